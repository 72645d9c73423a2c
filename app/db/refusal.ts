/**
 * The codes that SQL raises, as the keys of the sentences people read. SQL holds no sentence of its own;
 * the HTTP status travels in the error's SQLSTATE ("PT409" → 409).
 */
const sentences: Record<string, string> = {
  not_found: "errors_not_found",
  not_allowed: "errors_not_allowed",
  value_not_acceptable: "errors_value_not_acceptable",
  too_many_details: "errors_too_many_details",
  too_many_proposals: "errors_too_many_proposals",
  proof_is_over: "errors_proof_is_over",
  link_expired: "errors_link_expired",
  link_unknown: "errors_link_unknown",
  site_has_details: "errors_site_has_details",
  task_is_closed: "errors_task_is_closed",
  reason_missing: "errors_reason_missing",
  reason_too_long: "errors_reason_too_long",
  caller_not_identified: "errors_caller_not_identified",
  nothing_selected: "errors_nothing_selected",
  mail_is_settled: "errors_mail_is_settled",
  search_too_long: "errors_search_too_long",
  account_unknown: "paper_error_account_unknown",
  nothing_keyed: "paper_error_nothing_keyed",
  received_in_the_future: "paper_error_received_in_the_future",
  written_change_is_settled: "paper_error_settled_already",
};

/** What the database said no to: an HTTP status and the key of a sentence. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly messageKey: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.messageKey = sentences[code] ?? "errors_unexpected";
  }
}

/** Reads PostgREST's error; one without a status of ours (a lost connection, a defect) becomes 503 or 500. */
export function refusalOf(error: { code: string; message: string }, httpStatus: number): Refusal {
  const own = /^PT(\d{3})$/.exec(error.code);
  if (own) return new Refusal(Number(own[1]), error.message);
  if (httpStatus === 401) return new Refusal(401, "signed_out");
  if (httpStatus === 0 || httpStatus >= 502) return new Refusal(503, "database_unreachable");
  // What is no id at all names nothing: the same answer as for somebody else's.
  if (["22P02", "22P05", "22021"].includes(error.code)) return new Refusal(404, "not_found");
  if (httpStatus >= 400 && httpStatus < 500) return new Refusal(httpStatus, `database_${error.code}`);
  console.error(JSON.stringify({ level: "error", what: "database", code: error.code, message: error.message }));
  return new Refusal(500, "database_defect");
}
