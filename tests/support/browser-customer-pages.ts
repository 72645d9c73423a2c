import { expect, type Page } from "@playwright/test";
import { checkAnswers, line, openEdit, save } from "./browser-account.ts";
import { inbox, linkIn } from "./browser-inbox.ts";
import { at, type VisitedPage } from "./browser-visits.ts";

type Stage = { account: string; saved: string; proof: string; done: string; freeze: string };

/**
 * Every page of the customer's side, each with something on it. Signed in on `page` is somebody who has a second
 * address, which this changes; `secondAddress` is its heading on the form.
 */
export async function customerPages(page: Page, secondAddress: string): Promise<VisitedPage[]> {
  const { account, saved, proof, done, freeze } = await setStage(page, secondAddress);
  return [
    at("front", "/"),
    at("sign-in", "/sign-in"),
    { name: "sign-in, refused", open: (page) => openAndSend(page, "/sign-in") },
    { name: "code", open: askForCodeAnyhow },
    { name: "code, refused", open: async (page) => { await askForCodeAnyhow(page); await send(page); } },
    at("overview", account),
    at("history", `${account}/history`),
    at("edit", `${account}/edit`),
    { name: "edit, refused", open: (page) => openAndSend(page, `${account}/edit`, "kein Telefon") },
    { name: "nothing changed", open: (page) => openAndSend(page, `${account}/edit`) },
    { name: "check", open: (page) => openAndSend(page, `${account}/edit`, otherNumber) },
    { name: "conflict", open: (page) => openConflict(page, `${account}/edit`) },
    at("saved", saved),
    at("proof", proof),
    { name: "proof, refused", open: (page) => openAndSend(page, proof) },
    at("proof done", done),
    at("freeze", freeze),
    at("not found", "/nirgends"),
  ];
}

const otherNumber = "+49 30 23125999";

async function setStage(page: Page, secondAddress: string): Promise<Stage> {
  await openEdit(page);
  const account = new URL(page.url()).pathname.replace(/\/edit$/, "");
  const old = await line(page, secondAddress).inputValue();
  const fresh = `neu.${old}`;
  await line(page, secondAddress).fill(fresh);
  await checkAnswers(page);
  const code = await inbox.code(fresh, () => save(page));
  const done = new URL(page.url()).pathname;
  await page.getByLabel("Code aus acht Ziffern").fill(code);
  await page.getByRole("button", { name: "Adresse bestätigen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Die neue Adresse gilt");
  const reference = await page.getByText("Ihre Vorgangsnummer:").locator("strong").innerText();
  const freeze = linkIn(await inbox.mail(old, /geändert/), "/freeze/");
  return { account, saved: `${account}/updates/${reference.trim()}`, proof: await openProof(page, secondAddress), done, freeze };
}

/** One more change of the same address, whose code is never typed. */
async function openProof(page: Page, secondAddress: string): Promise<string> {
  await openEdit(page);
  await line(page, secondAddress).fill("wartet.noch@post.example.com");
  await checkAnswers(page);
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neue E-Mail-Adresse bestätigen");
  return new URL(page.url()).pathname;
}

async function openAndSend(page: Page, path: string, phone?: string): Promise<void> {
  await page.goto(path);
  if (phone) await page.locator("input[type=tel]").first().fill(phone);
  await send(page);
}

async function askForCodeAnyhow(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[type=email]").fill(`niemand.${crypto.randomUUID()}@post.example.com`);
  await send(page);
}

/** A check page whose form says it was made before the newest change. */
async function openConflict(page: Page, path: string): Promise<void> {
  await openAndSend(page, path, otherNumber);
  await page.locator("input[name=changes]").evaluate((changes: HTMLInputElement) => {
    changes.value = changes.value.replace(/"version":\d+/, '"version":0');
  });
  await send(page);
}

/** Presses the button of a page's form. */
async function send(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.locator("main form").first().evaluate((form: HTMLFormElement) => { form.requestSubmit(); })]);
}
