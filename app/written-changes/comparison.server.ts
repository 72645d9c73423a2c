import { isDeepStrictEqual } from "node:util";
import { type FreshnessReading, readFreshness } from "~/contact-details/freshness";
import { formatValue } from "~/contact-details/format-detail";
import { kindLabel } from "~/contact-details/labels";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { type KeyedKind, keyedKinds, type Mode } from "./keyed-change";
import type { CurrentDetail, KeyedChange, Keying } from "./written-change.schema";

/** What one person keyed for a row: lines to read, and for a number or an address whether it replaces or is added. */
export type KeyedCell = { lines: string[]; mode: Mode | null };

/** A value as it counts today; `account` says at whose account, where the two keyings name different ones. */
export type CurrentCell = { account: string | null; lines: string[]; reading: FreshnessReading };

/** One question that both people answered; a cell is null where a person keyed nothing. */
export type ComparisonRow = {
  heading: string;
  cells: (KeyedCell | null)[];
  differs: boolean;
  /** The detail was given another value after it was keyed. */
  overtaken: boolean;
  now: CurrentCell[];
};

/** Both keyings side by side: first whose sheet it is, then each kind that at least one of them keyed. */
export function compareKeyings(keyings: Keying[], now: CurrentDetail[], locale: Locale, moment: Date): ComparisonRow[] {
  const accounts = new Map(keyings.map((keying) => [keying.accountNumber, keying.country]));
  const currentOf = (kind: KeyedKind): CurrentCell[] => now.filter((one) => one.kind === kind).map((one) => ({
    account: accounts.size > 1 ? one.accountNumber : null,
    lines: formatValue(one.kind, one.value, locale, accounts.get(one.accountNumber) ?? ""),
    reading: readFreshness(one.freshness, moment, locale, "staff"),
  }));
  const kinds = keyedKinds.filter((kind) => keyings.some(({ changes }) => changes.some((one) => one.kind === kind)));
  return [accountRow(keyings), ...kinds.map((kind) => rowOf(kind, keyings, currentOf(kind), locale))];
}

function accountRow(keyings: Keying[]): ComparisonRow {
  const cells = keyings.map(({ accountNumber, customerName }) => ({ lines: [accountNumber, customerName ?? ""].filter(Boolean), mode: null }));
  return { heading: m.paper_account(), cells, differs: new Set(keyings.map(({ accountNumber }) => accountNumber)).size > 1, overtaken: false, now: [] };
}

function rowOf(kind: KeyedKind, keyings: Keying[], now: CurrentCell[], locale: Locale): ComparisonRow {
  const keyed = keyings.map(({ changes }) => changes.find((one) => one.kind === kind));
  const cells = keyed.map((change, at) => change === undefined ? null : {
    lines: formatValue(kind, change.value, locale, keyings[at]?.country ?? ""),
    mode: kind === "name" || kind === "billing_address" ? null : change.mode,
  });
  return {
    heading: kindLabel(kind),
    cells,
    differs: !areAlike(keyed),
    overtaken: keyed.some((change) => change?.overtaken === true),
    now,
  };
}

function areAlike(keyed: (KeyedChange | undefined)[]): boolean {
  const [first, ...others] = keyed;
  return others.every((other) => (first && other ? isSameChange(first, other) : first === other));
}

/** Whether two people read the same, as the database compares it: the case of an email address makes no difference. */
export function isSameChange(one: KeyedChange, other: KeyedChange): boolean {
  return one.kind === other.kind && one.mode === other.mode && isDeepStrictEqual(comparable(one), comparable(other));
}

function comparable({ kind, value }: KeyedChange): unknown {
  return kind === "email" && typeof value === "string" ? value.toLowerCase() : value;
}
