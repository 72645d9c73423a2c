import type { Page } from "@playwright/test";
import postgres from "postgres";
import type { Actor } from "./browser-actors.ts";
import { passCheck } from "./caller-checks.ts";
import { useProduct } from "./product.ts";

/** Lets an agent's check of a customer be passed, for tests of what comes after it. */
export async function passedCheck(agent: Actor, { accountNumber }: { accountNumber: string }): Promise<void> {
  const sql = postgres((await useProduct()).databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await passCheck(sql, agent.email, accountNumber);
  } finally {
    await sql.end();
  }
}

/** Ticks everything as read back. */
export async function tickAll(page: Page): Promise<void> {
  for (const box of await page.getByRole("checkbox", { name: /^Vorgelesen und bestätigt/ }).all()) await box.check();
}
