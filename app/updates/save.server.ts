import type { Db } from "~/db/client.server";
import type { CallerIdentification } from "./identification";
import { type Change, savedSchema } from "./update.schema";

/** Saves what a customer changed online; `requestId` makes a second press return the first result. */
export function saveDetails(db: Db, customer: string, changes: Change[], requestId: string) {
  return db.call("save_details", { customer, changes: wire(changes), request: requestId }, savedSchema);
}

/** Saves what an agent corrects on a call; `identifiedBy` says how the caller was identified. */
export function correctOnCall(db: Db, account: string, changes: Change[], identifiedBy: CallerIdentification, requestId: string) {
  return db.call("correct_on_call", { account, changes: wire(changes), identified_by: identifiedBy, request: requestId }, savedSchema);
}

/** "Still right", for details as they were seen. */
export function confirmDetails(db: Db, customer: string, details: { detail: string; version: number }[], requestId: string) {
  return db.call("confirm_details", { customer, details, request: requestId }, savedSchema);
}

// `seen` is the form's own; the database compares versions.
function wire(changes: Change[]) {
  return changes.map(({ op, detail, kind, label, value, version }) => ({ op, detail, kind, label, value, version }));
}
