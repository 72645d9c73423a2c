import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortMoment } from "~/i18n/times";
import type { Tone } from "~/ui/tone";
import type { Format, Scope } from "./export";
import type { LoggedExport } from "./export.schema";
import type { ExportView } from "./log-table";

/** An export made ready for the log. */
export function viewExport({ id, by, scope, format, beganAt, state, customers, lastAccount }: LoggedExport): ExportView {
  const locale = getLocale();
  const [words, tone] = states[state];
  return {
    id,
    by,
    began: shortMoment(beganAt, locale),
    what: scopeWords[scope](),
    file: formatWords[format](),
    customers: new Intl.NumberFormat(locale).format(customers),
    state: words(),
    tone,
    // All are handed out by account number, so this says exactly whom an export that broke off holds.
    reached: state === "broken_off" && scope === "all" && lastAccount ? m.exports_log_reached({ account: lastAccount }) : null,
  };
}

const scopeWords: Record<Scope, () => string> = {
  all: m.exports_scope_all,
  search: m.exports_scope_search,
  outreach: m.exports_scope_outreach,
};

const formatWords: Record<Format, () => string> = {
  customers_csv: m.exports_csv,
  details_csv: m.exports_csv_details,
  json_lines: m.exports_json_lines,
};

const states: Record<LoggedExport["state"], [() => string, Tone]> = {
  running: [m.exports_state_running, "plain"],
  completed: [m.exports_state_completed, "fresh"],
  broken_off: [m.exports_state_broken_off, "stale"],
};
