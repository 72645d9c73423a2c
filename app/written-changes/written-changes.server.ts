import type { Db } from "~/db/client.server";
import type { SheetHead } from "./sheet-form.server";
import {
  type KeyedChange, keyingCustomerSchema, queueSchema, resultSchema, settlementSchema, sheetToCheckSchema, sheetToSettleSchema,
} from "./written-change.schema";

/** What one person read on a sheet: whose it is, and what is to be changed. `requestId` makes sending twice act once. */
export type KeyingToSend = { account: string; changes: KeyedChange[]; requestId: string };

/** What waits for the reader, what of theirs waits for others, and what was settled lately. */
export function readQueue(db: Db) {
  return db.call("written_changes_queue", {}, queueSchema);
}

/** How the customer of an account writes names and numbers; null where there is no such account. */
export function readKeyingCustomer(db: Db, account: string) {
  return db.call("keying_customer", { account }, keyingCustomerSchema);
}

/** The first keying of a sheet; answers with the number to write on it. */
export function keySheet(db: Db, { channel, receivedOn, documentNumber }: SheetHead, { account, changes, requestId }: KeyingToSend) {
  const head = { channel, received_on: receivedOn, document_number: documentNumber };
  return db.call("key_written_change", { ...head, account, changes, request: requestId }, resultSchema);
}

/** A sheet for its second keying, without anything that the first person keyed; 403 for that person. */
export function readSheetToCheck(db: Db, id: string) {
  return db.call("written_change_to_check", { written_change: id }, sheetToCheckSchema);
}

/** The second keying: applies the sheet where it agrees with the first, else puts it before a third person. */
export function checkSheet(db: Db, id: string, { account, changes, requestId }: KeyingToSend) {
  return db.call("check_written_change", { written_change: id, account, changes, request: requestId }, resultSchema);
}

/** Both keyings beside what counts now; 403 for whoever made one of them. */
export function readSheetToSettle(db: Db, id: string) {
  return db.call("written_change_to_settle", { written_change: id }, sheetToSettleSchema);
}

/** The third person's word; `seen` are the versions of the details that their page showed. */
export function settleSheet(db: Db, id: string, { account, changes, requestId }: KeyingToSend, seen: Record<string, number>) {
  return db.call("settle_written_change", { written_change: id, account, changes, seen, request: requestId }, settlementSchema);
}

/** Closes a disputed sheet without applying it. */
export function rejectSheet(db: Db, id: string, reason: string) {
  return db.call("reject_written_change", { written_change: id, reason }, resultSchema);
}
