import { formatPhone } from "~/contact-details/phone";
import { isSameChange } from "./comparison.server";
import { type LineKind, lineKinds } from "./keyed-change";
import { emptyKeying, type TypedKeying } from "./typed-keying";
import type { Keying } from "./written-change.schema";

/** The form filled with what one person keyed, as that customer's country writes it. */
export function prefillKeying({ accountNumber, country, changes }: Keying): TypedKeying {
  const typed = emptyKeying(country);
  typed.account = accountNumber;
  for (const { kind, mode, value } of changes) {
    if (typeof value === "string") {
      if (isLine(kind)) typed[kind] = { mode, value: kind === "email" ? value : formatPhone(value, country) };
    } else if ("country" in value) typed.billing_address = value;
    else typed.name = { ...typed.name, ...value };
  }
  return typed;
}

/** What both people keyed alike, as a keying; undefined where nobody keyed yet. */
export function agreedKeying([one, other]: Keying[]): Keying | undefined {
  if (!one || !other) return one;
  return {
    ...one,
    accountNumber: one.accountNumber === other.accountNumber ? one.accountNumber : "",
    changes: one.changes.filter((change) => other.changes.some((theirs) => isSameChange(change, theirs))),
  };
}

function isLine(kind: string): kind is LineKind {
  return lineKinds.some((line) => line === kind);
}
