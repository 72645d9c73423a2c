import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { calendarDay, longDay } from "~/i18n/times";
import type { Erasure } from "./erasure.server";

/** A request for erasure made ready for the admin's page. */
export function viewErasure({ task, accountNumber, customerName, askedAt, dueAt, askedBy, counts }: Erasure) {
  const locale = getLocale();
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  return {
    task,
    accountNumber,
    customerName: customerName ?? accountNumber,
    asked: m.rights_admin_asked({ date: longDay(askedAt, locale), name: askedBy ?? "" }),
    due: m.rights_admin_due({ date: longDay(dueAt, locale) }),
    goes: [
      { label: m.rights_admin_details(), value: m.rights_admin_values({ details: number(counts.details), values: number(counts.values) }) },
      { label: m.rights_admin_logins(), value: number(counts.logins) },
      { label: m.rights_admin_concerns(), value: m.rights_admin_messages({ concerns: number(counts.concerns), messages: number(counts.messages) }) },
      { label: m.rights_admin_notes(), value: number(counts.notes) },
      { label: m.rights_admin_paper(), value: number(counts.sheets) },
      { label: m.rights_admin_tasks(), value: number(counts.tasks) },
    ],
    stays: [
      {
        label: m.rights_admin_documents(),
        value: counts.lastDocument ? m.rights_admin_documents_until({ count: number(counts.documents), year: String(keptUntil(counts.lastDocument)), date: calendarDay(counts.lastDocument, locale) }) : number(0),
      },
      { label: m.rights_admin_updates(), value: m.rights_admin_updates_hint({ count: number(counts.updates) }) },
      { label: m.rights_admin_views(), value: number(counts.views) },
    ],
  };
}
export type ErasureView = ReturnType<typeof viewErasure>;

// Ten years from the end of the year in which a document was issued (§ 147 (4) AO, § 257 (5) HGB).
function keptUntil(issuedOn: string): number {
  return Number(issuedOn.slice(0, 4)) + 10;
}
