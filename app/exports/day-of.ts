import { company } from "../../kartei.config";

// Swedish writes days as ISO 8601 has them.
const day = new Intl.DateTimeFormat("sv-SE", { timeZone: company.timeZone });

/** The day of a moment where the company is, as "2026-11-21"; null for never. */
export function dayOf(moment: string | null): string | null {
  return moment === null ? null : day.format(new Date(moment));
}
