import { answer, checkAnswers, line, openEdit, save } from "../support/browser-account.ts";
import { type CustomerActor, customers, staff } from "../support/browser-actors.ts";
import { inbox } from "../support/browser-inbox.ts";
import { openTaskOf } from "../support/browser-tasks.ts";
import { expect, type Page, test } from "../support/browser.ts";

test("a company's new name waits for an agent, who refuses it with a reason", async ({ signedIn }) => {
  const { nordlicht } = customers;
  const owner = await signedIn(nordlicht);
  await askForName(owner, "Nordlicht & Töchter <b>GmbH</b>");
  await expect(owner.getByRole("banner")).toContainText(nordlicht.name);

  const agent = await signedIn(staff.tobias);
  const task = await openTask(agent, nordlicht, "Nordlicht & Töchter <b>GmbH</b>");
  await task.getByText("Ablehnen …").click();
  await task.getByRole("button", { name: "Namen ablehnen" }).click();
  await expect(agent.getByLabel("Grund")).toHaveAccessibleDescription(/Geben Sie einen Grund an\./);
  await agent.getByLabel("Grund").fill("Im Handelsregister steht noch der alte Name.");
  await agent.getByRole("button", { name: "Namen ablehnen" }).click();
  await expect(agent.getByRole("status")).toContainText("Die Aufgabe ist erledigt.");

  const mail = await inbox.mail(nordlicht.email, /Ihre Anfrage zum Firmennamen/);
  expect(mail.text).toContain("Im Handelsregister steht noch der alte Name.");
  expect(mail.text).toContain("Nordlicht & Töchter <b>GmbH</b>");
  await owner.goto("/account");
  await expect(owner.getByText("Wir prüfen Ihren neuen Firmennamen")).toBeHidden();
  await expect(owner.getByRole("banner")).toContainText(nordlicht.name);
});

test("or accepts it", async ({ signedIn }) => {
  const { nordstern } = customers;
  const owner = await signedIn(nordstern);
  await askForName(owner, "Nordstern Handel AG");
  const agent = await signedIn(staff.tobias);
  const task = await openTask(agent, nordstern, "Nordstern Handel AG");
  await task.getByRole("button", { name: "Namen übernehmen" }).click();
  await expect(agent.getByRole("status")).toContainText("Die Aufgabe ist erledigt.");
  await expect(async () => {
    const mails = await inbox.all(nordstern.email);
    expect(mails.some(({ text }) => text.includes("Nordstern Handel AG"))).toBe(true);
  }).toPass();
  await owner.goto("/account");
  await expect(owner.getByRole("banner")).toContainText("Nordstern Handel AG");
});

async function askForName(owner: Page, name: string): Promise<void> {
  await openEdit(owner);
  await line(owner, "Name").fill(name);
  await checkAnswers(owner);
  await expect(answer(owner, "Name")).toContainText(name);
  await save(owner);
  await owner.goto("/account");
  await expect(owner.getByText("Wir prüfen Ihren neuen Firmennamen")).toBeVisible();
}

async function openTask(agent: Page, { name, accountNumber }: CustomerActor, wish: string) {
  await openTaskOf(agent, accountNumber, wish);
  const task = agent.getByRole("main");
  await expect(task).toContainText(name);
  await expect(task).toContainText(wish);
  return task;
}
