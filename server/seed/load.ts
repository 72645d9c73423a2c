import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { customers } from "./customers.ts";
import { loadRows } from "./load-rows.ts";
import { rowsOf } from "./rows.ts";
import type { SeedCustomer } from "./seed-customer.ts";
import { staff } from "./staff.ts";

const SEED = 1;
const CHUNK = 500;

/** Fills an empty database with `count` made-up customers and the demo's staff; for its owner's connection. */
export async function loadDemo(sql: Sql, count = 500): Promise<void> {
  for (const { email, role, name, locale, departments } of staff) {
    await sql`select public.staff_add(${email}, ${role}, ${name}, ${departments[0] ?? "customer_service"}, ${locale})`;
  }
  const agents = await sql<{ id: string }[]>`select id from public.staff where role = 'agent' order by email`;
  const agentIds = agents.map(({ id }) => id);
  const today = new Date().toISOString().slice(0, 10);
  for (const chunk of chunksOf(customers(count, { seed: SEED, today }))) {
    await loadRows(sql, rowsOf(chunk, agentIds, randomUUID));
  }
}

function* chunksOf(all: Iterable<SeedCustomer>): Generator<SeedCustomer[]> {
  let chunk: SeedCustomer[] = [];
  for (const one of all) {
    chunk.push(one);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
