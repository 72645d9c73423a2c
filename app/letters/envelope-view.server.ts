import { countryName } from "~/contact-details/country";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortDay, timeOfDay } from "~/i18n/times";
import { company } from "../../kartei.config";
import type { EnvelopeView } from "./envelope-form";
import type { BatchView } from "./batch-list";
import type { Batch, WaitingEnvelope } from "./letter.schema";

/** An envelope made ready for the list: what is in it in words, since when, and where it goes if that is abroad. */
export function viewEnvelope({ id, since, accountNumber, name, country, kinds }: WaitingEnvelope): EnvelopeView {
  const locale = getLocale();
  return {
    id,
    accountNumber,
    name: name ?? accountNumber,
    contents: contentsInWords(kinds),
    since: shortDay(since, locale),
    abroad: country === company.defaultCountry ? null : countryName(country, locale),
  };
}

/** A batch made ready for a page. */
export function viewBatch({ id, printedBy, mine, until, over, letters, envelopes }: Batch): BatchView {
  return { id, printedBy, mine, over, until: timeOfDay(until, getLocale()), contents: sizeInWords(envelopes, letters) };
}

function sizeInWords(envelopes: number, letters: number): string {
  return [m.letters_count_envelopes({ count: envelopes }), m.letters_count_letters({ count: letters })].join(", ");
}

// "2 × receipt, reminder": each kind once, in the order in which they came.
function contentsInWords(kinds: string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => {
    const word = kindWord(kind);
    return count === 1 ? word : `${count} × ${word}`;
  }).join(", ");
}

function kindWord(kind: string): string {
  return (kindWords[kind] ?? m.letters_kind_other)();
}

const kindWords: Record<string, () => string> = {
  receipt: m.letters_kind_receipt,
  change_announced: m.letters_kind_change_announced,
  email_changed: m.letters_kind_email_changed,
  reminder: m.letters_kind_reminder,
  activation_code: m.letters_kind_activation_code,
  sign_in_opened: m.letters_kind_sign_in_opened,
  concern_received: m.letters_kind_concern_received,
  concern_answered: m.letters_kind_concern_answered,
  erased: m.rights_mail_erased,
};
