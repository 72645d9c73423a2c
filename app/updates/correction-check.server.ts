import type { Detail } from "~/contact-details/detail.schema";
import type { Locale } from "~/i18n/locale";
import { rowsOfChanges } from "./change-rows.server";
import type { Presence } from "./presence";
import { tickName } from "./read-back";
import { missingTicks, readBackOf } from "./read-back.server";
import type { Alike } from "./same-address";
import { alikeAgain, alikeOf, sameAs } from "./same-address.server";
import type { Change } from "./update.schema";

type Correction = { changes: Change[]; presence: Presence };
type Whose = { details: Detail[]; customer: { country: string; locale: Locale } };

/**
 * The page before a correction is saved: on the phone it is read back, at the counter it is looked at. Whether other addresses
 * move along was asked when a move was planned, and is not asked again where the plan is altered.
 */
export function correctionCheck({ changes, presence }: Correction, { details, customer }: Whose, requestId: string, altersPlan = false) {
  const moved = altersPlan ? undefined : changes.find(({ kind, op }) => op === "change" && kind.endsWith("_address"));
  return {
    ...shared({ changes, presence }, { details, customer }),
    requestId,
    alike: alikeOf(moved, sameAs(moved, details)),
    ticked: [] as string[],
    errors: {} as Record<string, string | undefined>,
  };
}

/** The same page again, with all that was ticked and answered; `missed` are the sentences by form name. */
export function correctionCheckAgain(form: FormData, correction: Correction, whose: Whose, requestId: string) {
  const page = shared(correction, whose);
  const alike: Alike | null = alikeAgain(form);
  return {
    ...page,
    requestId,
    alike,
    ticked: page.items.flatMap(({ name }) => (form.has(name) ? [name] : [])),
    errors: missingTicks(page.items, form) as Record<string, string | undefined>,
  };
}

/** Whether a tick is missing for one of the changes; whether the name was read back shows on the page alone. */
export function isReadBack(form: FormData, changes: Change[]): boolean {
  return form.has(tickName("name")) && changes.every((_, at) => form.has(tickName(String(at))));
}

function shared({ changes, presence }: Correction, { details, customer }: Whose) {
  return {
    changes,
    presence,
    rows: rowsOfChanges(changes, customer.country),
    items: presence === "phone" ? readBackOf(changes, details, customer) : [],
    spokenIn: customer.locale,
  };
}
