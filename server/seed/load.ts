import type { Sql, TransactionSql } from "postgres";
import { reasonOf, StartError } from "../run/main.ts";
import { addCallerChecks } from "./caller-checks.ts";
import { chunksInThread } from "./chunk-thread.ts";
import { seedChunks, type SeedChunk, type SeedPlan } from "./chunks.ts";
import { copyInto } from "./copy-into.ts";
import { buildExclusions, buildIndexes, buildReferences, dropDefinitions } from "./definitions.ts";
import { fillSearch, gatherCurrentDetails } from "./fill-search.ts";
import { staff } from "./staff.ts";
import { seedTables } from "./tables.ts";

/** From so many customers on, building indexes anew is faster than keeping them up. */
const manyCustomers = 20_000;
/** Written out together: enough that the round trips do not count, few enough to be held in memory. */
const chunksAtOnce = 25;

export interface Load {
  /** How many made-up customers there shall be, those of the demo counted in. */
  count: number;
  /** Whether indexes are dropped first and built anew at the end; left out, for many customers. */
  inBulk?: boolean;
  /** Gets a line whenever there is something to tell. */
  tell?: (line: string) => void;
}

/**
 * Fills the database up to so many made-up customers and the demo's staff; for its owner's connection. It goes around
 * the write function, because it makes up a past that nobody lived: updates with dates of their own. All rows come in
 * one transaction. For many customers the indexes and constraints are dropped in it, and built again after it while search
 * and queue are filled; a database where that was cut short is told by `assertWhole`. Nobody else may write meanwhile.
 * Returns how many customers were added.
 */
export async function loadCustomers(sql: Sql, { count, inBulk, tell = () => undefined }: Load): Promise<number> {
  const { added, many } = await sql.begin(async (tx) => {
    await addStaff(tx);
    const plan = await planOf(tx, count);
    const many = inBulk ?? count - plan.present.length >= manyCustomers;
    if (many) await dropDefinitions(tx);
    return { added: await copyAll(tx, plan, many, tell), many };
  });
  if (many) await complete(sql, tell);
  await addCallerChecks(sql);
  return added;
}

// The exclusion of overlapping values takes a core for as long as all the rest. It locks its table, so the values are
// gathered for search and queue before it begins.
async function complete(sql: Sql, tell: (line: string) => void): Promise<void> {
  const session = await sql.reserve();
  try {
    tell("gathering current details");
    await gatherCurrentDetails(session);
    tell("filling search and queue, building indexes and keys");
    await Promise.all([
      buildExclusions(sql),
      fillSearch(session).then(() => buildIndexes(sql)),
    ]);
    tell("checking references");
    await buildReferences(sql);
  } catch (error) {
    throw new StartError(`not all indexes and constraints could be built again (${reasonOf(error)}); npm run reset starts over with an empty database.`);
  } finally {
    session.release();
  }
}

async function addStaff(tx: TransactionSql): Promise<void> {
  for (const { email, role, name, locale, departments } of staff) {
    await tx`select public.staff_add(${email}, ${role}, ${name}, ${departments[0] ?? "customer_service"}, ${locale})`;
  }
}

// The lock keeps others from taking references while ours are made up out of the same sequence.
async function planOf(tx: TransactionSql, count: number): Promise<SeedPlan> {
  await tx`lock table public.customers, public.updates in share row exclusive mode`;
  const agents = await tx<{ id: string }[]>`select id from public.staff where role = 'agent' order by email`;
  const policy = await tx<{ kind: string; months: number }[]>`select kind, months from public.review_policy`;
  const present = await tx<{ number: string }[]>`select account_number as number from public.customers`;
  const [sequence] = await tx<{ last: number }[]>`
    select (last_value - case when is_called then 0 else 1 end)::float8 as last from private.reference_numbers`;
  return {
    count,
    today: new Date().toISOString().slice(0, 10),
    present: present.map(({ number }) => number),
    agents: agents.map(({ id }) => id),
    policy: Object.fromEntries(policy.map(({ kind, months }) => [kind, months])),
    lastReference: sequence?.last ?? 0,
  };
}

async function copyAll(tx: TransactionSql, plan: SeedPlan, many: boolean, tell: (line: string) => void): Promise<number> {
  await using chunks = many ? chunksInThread(plan) : null;
  let added = 0;
  let lastReference = plan.lastReference;
  const step = Math.max(5000, plan.count / 20);
  for await (const batch of batchesOf(chunks ?? seedChunks(plan))) {
    for (const [table, { name, columns }] of Object.entries(seedTables) as [keyof typeof seedTables, { name: string; columns: readonly string[] }][]) {
      await copyInto(tx, name, columns, batch.map(({ texts }) => texts[table]));
    }
    const ids = batch.flatMap(({ ids }) => ids);
    if (!many) await tx`select private.index_customers(${ids}::uuid[]), private.rank_customers(${ids}::uuid[])`;
    added += ids.length;
    if (added % step < ids.length) tell(`${added.toLocaleString("en")} customers written`);
    lastReference = batch.at(-1)?.lastReference ?? lastReference;
  }
  if (added > 0) await tx`select setval('private.reference_numbers', ${lastReference})`;
  return added;
}

async function* batchesOf(chunks: Iterable<SeedChunk> | AsyncIterable<SeedChunk>): AsyncGenerator<SeedChunk[]> {
  let batch: SeedChunk[] = [];
  for await (const chunk of chunks) {
    batch.push(chunk);
    if (batch.length < chunksAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
