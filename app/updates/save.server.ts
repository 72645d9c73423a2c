import type { Db } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import type { Presence } from "./presence";
import { type Change, savedSchema } from "./update.schema";

/** Saves what a customer changed online; `requestId` makes a second press return the first result. */
export function saveDetails(db: Db, customer: string, changes: Change[], requestId: string) {
  return db.call("save_details", { customer, changes: wire(changes), request: requestId }, savedSchema);
}

/** Saves what an agent corrects: on a call, which takes a passed check of the caller, or at the counter. */
export function correctAtDesk(db: Db, account: string, changes: Change[], presence: Presence, requestId: string) {
  const asked = { account, changes: wire(changes), request: requestId };
  return presence === "phone"
    ? db.call("correct_on_call", asked, savedSchema)
    : db.call("correct_at_counter", { ...asked, identified_by: presence }, savedSchema);
}

/** "Still right", for details as they were seen; false where one is not as it was, and nothing was confirmed. */
export async function confirmAsSeen(db: Db, customer: string, details: { detail: string; version: number }[], requestId: string): Promise<boolean> {
  try {
    const { status } = await db.call("confirm_details", { customer, details, request: requestId }, savedSchema);
    return status === "saved" || status === "repeated";
  } catch (error) {
    // Evidence that came in meanwhile counts as a change: what it speaks against is corrected, not confirmed.
    if (error instanceof Refusal && error.code === "detail_on_hold") return false;
    throw error;
  }
}

// What was seen is the form's own; the database compares versions. A label or site that was not touched is not sent: it
// stays what it is, whoever changed it meanwhile.
function wire(changes: Change[]) {
  return changes.map(({ op, detail, kind, label, labelSeen, site, siteSeen, value, version, from }) => ({
    op, detail, kind, value, version,
    ...(op === "add" || labelSeen !== undefined && label !== labelSeen ? { label } : {}),
    ...(op === "add" || siteSeen !== undefined && site?.id !== siteSeen?.id ? { site: site?.id ?? null } : {}),
    ...(from && op !== "cancel" ? { from } : {}),
  }));
}

/** Puts a detail first among those of its kind, as it was seen. */
export function makePrimary(db: Db, customer: string, seen: { detail: string; version: number }, requestId: string) {
  return db.call("save_details", { customer, changes: [{ op: "make_primary", ...seen }], request: requestId }, savedSchema);
}

/** Calls off what is planned for a detail. */
export function cancelMove(db: Db, customer: string, detail: string, requestId: string) {
  return db.call("cancel_move", { customer, detail, request: requestId }, savedSchema);
}

/** "Everything is right", for all details not on hold as they were seen, which `seal` stands for. */
export function confirmEverything(db: Db, customer: string, seal: string, requestId: string) {
  return db.call("confirm_everything", { customer, seal, request: requestId }, savedSchema);
}
