import type { Locator, Page } from "@playwright/test";
import postgres from "postgres";
import { useProduct } from "./product.ts";

/** The row of a task in the list, by words that stand in it. */
export function taskRow(page: Page, ...words: string[]): Locator {
  return words.reduce((rows, word) => rows.filter({ hasText: word }), page.locator("main li[data-task]"));
}

/** Opens the list of tasks and from there the one whose row has these words. */
export async function openTaskOf(page: Page, ...words: string[]): Promise<void> {
  await page.goto("/desk/tasks");
  await taskRow(page, ...words).getByRole("link").click();
  await page.waitForURL(/\/desk\/tasks\/[0-9a-f-]{36}/);
}

/** Makes an open task about a customer: an update they object to. */
export async function newTaskFor(customer: { id: string }): Promise<string> {
  const sql = postgres((await useProduct()).databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql<{ id: string }[]>`insert into public.tasks (cause, customer_id, department_id, proposal, due_at)
      select 'update_disputed', ${customer.id}, d.id, '{"reference": "K7MX-4QPD", "undoneBy": null}', now() - interval '3 hours'
      from public.departments d where d.code = 'customer_service' returning id`;
    return row?.id ?? "";
  } finally {
    await sql.end();
  }
}
