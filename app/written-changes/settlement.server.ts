import { z } from "zod";
import { company } from "../../kartei.config";
import type { Locale } from "~/i18n/locale";
import { formText } from "~/form-text";
import { parseJson } from "~/parse-json";
import { compareKeyings, type ComparisonRow } from "./comparison.server";
import { agreedKeying, prefillKeying } from "./prefill.server";
import { type SheetView, viewSheet } from "./queue-view.server";
import { SEEN } from "./seen-field";
import { emptyKeying, type TypedKeying } from "./typed-keying";
import type { SheetToSettle } from "./written-change.schema";

/** A disputed sheet made ready for its page. `seen` are the versions of the details shown, to be sent along. */
export type Settlement = {
  sheet: SheetView;
  documentNumber: string | null;
  people: string[];
  rows: ComparisonRow[];
  seen: Record<string, number>;
  typed: TypedKeying;
};

/** `take` ("1" or "2") fills the form with that person's keying; without it, with what both agree on. */
export function viewSettlement(sheet: SheetToSettle, take: string | null, locale: Locale, moment: Date): Settlement {
  const { keyings, now, documentNumber } = sheet;
  const taken = keyings[Number(take) - 1] ?? agreedKeying(keyings);
  return {
    sheet: viewSheet(sheet, locale),
    documentNumber,
    people: keyings.map(({ by }) => by),
    rows: compareKeyings(keyings, now, locale, moment),
    seen: Object.fromEntries(now.map(({ detail, version }) => [detail, version])),
    typed: taken ? prefillKeying(taken) : emptyKeying(company.defaultCountry),
  };
}

/** The versions that the page showed, as its form sends them back; none where somebody tampered with them. */
export function readSeen(form: FormData): Record<string, number> {
  return z.record(z.uuid(), z.number().int()).catch({}).parse(parseJson(formText(form, SEEN)));
}
