import { randomUUID } from "node:crypto";
import { copyText } from "./copy-text.ts";
import { customers } from "./customers.ts";
import { referenceOf } from "./reference.ts";
import { createReviewDay, type ReviewPolicy } from "./review-day.ts";
import { rowsOf, type SeedRows } from "./rows.ts";
import type { SeedCustomer } from "./seed-customer.ts";
import { seedTables } from "./tables.ts";

/** What a seed makes its customers from; plain data, so that it may cross to another thread. */
export interface SeedPlan {
  /** How many customers there shall be, those among `present` counted in. */
  count: number;
  /** ISO date from which all dates count back. */
  today: string;
  /** Account numbers that the database has already. */
  present: readonly string[];
  /** Ids of the agents. */
  agents: readonly string[];
  policy: ReviewPolicy;
  /** The last number of the sequence of references that is taken. */
  lastReference: number;
}

/** A few customers, ready for COPY. */
export interface SeedChunk {
  /** Of the customers. */
  ids: string[];
  /** The last number of the sequence of references that these and all customers before them took. */
  lastReference: number;
  /** By table, UTF-8. */
  texts: Record<keyof SeedRows, Uint8Array>;
}

const seed = 1;
const chunkSize = 200;
const tables = Object.keys(seedTables) as (keyof SeedRows)[];

/** The customers of a plan, chunk by chunk, in constant memory. */
export function* seedChunks({ count, today, present, agents, policy, lastReference }: SeedPlan): Generator<SeedChunk, void> {
  const there = new Set(present);
  let reference = lastReference;
  const nextReference = () => referenceOf(++reference);
  const sources = { agents, newId: randomUUID, nextReference, reviewDay: createReviewDay(policy) };
  let chunk: SeedCustomer[] = [];
  for (const customer of customers(count, { seed, today })) {
    if (there.has(customer.accountNumber)) continue;
    chunk.push(customer);
    if (chunk.length < chunkSize) continue;
    yield written(rowsOf(chunk, sources), reference);
    chunk = [];
  }
  if (chunk.length > 0) yield written(rowsOf(chunk, sources), reference);
}

function written(rows: SeedRows, lastReference: number): SeedChunk {
  const encoder = new TextEncoder();
  const texts = Object.fromEntries(tables.map((table) =>
    [table, encoder.encode(copyText<string>(rows[table], seedTables[table].columns))])) as SeedChunk["texts"];
  return { ids: rows.customers.map(({ id }) => id as string), lastReference, texts };
}
