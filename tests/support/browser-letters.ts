import postgres from "postgres";
import { activationCodeHash } from "~/access/activation-code.server";
import { useProduct } from "./product.ts";

/** Lets the code of a customer's letter work, as printing it does. */
export async function printActivation(accountNumber: string, code: string): Promise<void> {
  const printed = await asOwner((sql) => sql`
    select private.arm_activation(a.id, ${activationCodeHash(code)}) from private.activations a join public.customers c on c.id = a.customer_id
    where c.account_number = ${accountNumber} and a.settled_at is null`);
  if (printed.length !== 1) throw new Error(`No letter waits for ${accountNumber}`);
}

async function asOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres((await useProduct()).databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
