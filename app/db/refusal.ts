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
  detail_on_hold: "errors_detail_on_hold",
  last_owner: "people_error_last_owner",
  site_has_details: "errors_site_has_details",
  task_is_closed: "errors_task_is_closed",
  reason_missing: "errors_reason_missing",
  reason_too_long: "errors_reason_too_long",
  caller_not_identified: "errors_caller_not_identified",
  not_your_mistake: "checks_error_not_your_mistake",
  cannot_promise: "commitments_error_cannot_promise",
  caller_not_checked: "checks_error_not_checked",
  check_not_possible: "checks_error_not_possible",
  check_cannot_be_passed: "checks_error_cannot_be_passed",
  override_not_allowed: "checks_error_override_not_allowed",
  override_too_early: "checks_error_override_too_early",
  nothing_selected: "errors_nothing_selected",
  mail_is_settled: "errors_mail_is_settled",
  letters_are_settled: "letters_error_settled",
  search_too_long: "errors_search_too_long",
  import_is_elsewhere: "imports_elsewhere",
  another_import_runs: "imports_another_runs",
  import_too_old: "imports_too_old",
  exports_under_way: "exports_error_under_way",
  export_is_over: "exports_error_is_over",
  account_unknown: "paper_error_account_unknown",
  nothing_keyed: "paper_error_nothing_keyed",
  received_in_the_future: "paper_error_received_in_the_future",
  token_name_taken: "interfaces_error_token_name_taken",
  too_many_endpoints: "interfaces_error_too_many_endpoints",
  webhook_is_off: "interfaces_error_webhook_is_off",
  rotated_lately: "interfaces_error_rotated_lately",
  delivery_is_under_way: "interfaces_error_delivery_is_under_way",
  text_not_acceptable: "errors_value_not_acceptable",
  customer_is_erased: "rights_error_erased",
  no_mailbox: "rights_error_no_mailbox",
  account_differs: "rights_error_account_differs",
  concern_is_closed: "concerns_error_closed",
  draft_is_over: "notes_error_draft_over",
  due_day_not_acceptable: "notes_error_due_past",
  commitment_is_settled: "commitments_error_settled",
  written_change_is_settled: "paper_error_settled_already",
  task_is_claimed: "tasks_error_claimed",
  cannot_take_task: "tasks_error_cannot_take",
  last_admin: "staff_error_last_admin",
  department_exists: "staff_error_department_exists",
  second_step_not_offered: "staff_error_second_step_not_offered",
  second_step_not_taken: "staff_error_second_step_not_taken",
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

/**
 * Reads PostgREST's error about the function `name`; one without a status of ours (a lost connection, a defect) becomes
 * 503 or 500. Of a defect the code is logged, never the message, which may repeat a value.
 */
export function refusalOf(name: string, error: { code: string; message: string }, httpStatus: number): Refusal {
  const own = /^PT(\d{3})$/.exec(error.code);
  if (own) return new Refusal(Number(own[1]), error.message);
  if (httpStatus === 401) return new Refusal(401, "signed_out");
  if (httpStatus === 0 || httpStatus >= 502) return new Refusal(503, "database_unreachable");
  // What is no id at all names nothing: the same answer as for somebody else's.
  if (["22P02", "22P05", "22021"].includes(error.code)) return new Refusal(404, "not_found");
  if (httpStatus >= 400 && httpStatus < 500) return new Refusal(httpStatus, `database_${error.code}`);
  console.error(JSON.stringify({ time: new Date().toISOString(), what: "defect", function: name, code: error.code }));
  return new Refusal(500, "database_defect");
}
