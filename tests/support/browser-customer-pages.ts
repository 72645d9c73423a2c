import { expect, type Page } from "@playwright/test";
import { accessPages } from "./browser-access-pages.ts";
import { checkAnswers, line, openEdit, save, saveForReference } from "./browser-account.ts";
import { customers } from "./browser-actors.ts";
import { inbox, linkIn } from "./browser-inbox.ts";
import { concernPages, rightsPages } from "./browser-concern-pages.ts";
import { at, type VisitedPage } from "./browser-visits.ts";

type Stage = { account: string; saved: string; proof: string; done: string; freeze: string };

/**
 * Every page of the customer's side, each with something on it. Signed in on `page` is somebody who has a second
 * address, which this changes; `secondAddress` is its heading on the form.
 */
export async function customerPages(page: Page, secondAddress: string): Promise<VisitedPage[]> {
  const { account, saved, proof, done, freeze } = await setStage(page, secondAddress);
  const { site, billing, undo, stop } = await setDetailStage(page, account);
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
    at("receipt", `${saved}/receipt`),
    at("code from a letter", "/l"),
    { name: "code from a letter, refused", open: (page) => openAndSend(page, "/l") },
    at("one detail", site),
    { name: "one detail, refused", open: (page) => openAndSend(page, billing, { "detail.value.lines[0]": "", from: "2020-01-01" }) },
    { name: "the same address elsewhere", open: (page) => openAndSend(page, billing, { "detail.value.lines[0]": "Am Markt 17" }) },
    at("planned change", `${billing}/move`),
    at("removal", `${site}/removal`),
    { name: "removed meanwhile", open: (page) => page.goto(`${site}?changed`) },
    at("new site", `${account}/details/new/shipping_address`),
    { name: "new phone, refused", open: (page) => openAndSend(page, `${account}/details/new/phone?site=${site.split("/").at(-1)}`) },
    at("sites", `${account}/sites`),
    at("phones", `${account}/sites?kind=phone`),
    { name: "confirmed", open: (page) => page.goto(`${account}?confirmed=one`) },
    at("proof", proof),
    { name: "proof, refused", open: (page) => openAndSend(page, proof) },
    at("proof done", done),
    at("caller PIN, at rest", `${account}/caller-pin`),
    at("freeze", freeze),
    at("undo", undo),
    at("stop", stop),
    at("no link of ours", "/undo/nothing/nothing"),
    ...(await accessPages(account)),
    ...await concernPages(page, account),
    ...rightsPages(account),
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

/** A site that says the same as the billing address, which changes a month from now. */
async function setDetailStage(page: Page, account: string): Promise<{ site: string; billing: string; undo: string; stop: string }> {
  const linkOf = (heading: string) => page.getByRole("article").filter({ hasText: heading }).getByRole("link", { name: "Ändern" });
  await page.goto(account);
  const billing = await linkOf("Rechnungsadresse").getAttribute("href") ?? "";
  await page.goto(billing);
  const names = ["lines[0]", "lines[1]", "postcode", "city"].map((part) => `detail.value.${part}`);
  const address: Record<string, string> = { label: "Laden", "detail.value.contact": "Ute Berg", "detail.value.hints": "Tor 3" };
  for (const name of names) address[name] = await page.locator(`[name="${name}"]`).inputValue();
  await openAndSend(page, `${account}/details/new/shipping_address`, address);
  const reference = await saveForReference(page);
  const aMonthOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await openAndSend(page, billing, { "detail.value.lines[0]": "Am Markt 1", from: aMonthOn });
  await save(page);
  await page.goto(account);
  const email = await emailOf(page);
  return {
    billing,
    site: await linkOf("Lieferadresse · Laden").first().getAttribute("href") ?? "",
    undo: linkIn(await inbox.mail(email, new RegExp(reference)), "/undo/"),
    stop: linkIn(await inbox.mail(email, /ändern sich ab/), "/stop/"),
  };
}

/** The address with which the customer of a page signs in. */
async function emailOf(page: Page): Promise<string> {
  const banner = await page.getByRole("banner").innerText();
  const customer = Object.values(customers).find(({ accountNumber }) => banner.includes(accountNumber));
  if (!customer) throw new Error(`nobody of ours: ${banner}`);
  return customer.email;
}

async function openAndSend(page: Page, path: string, typed: string | Record<string, string> = {}): Promise<void> {
  await page.goto(path);
  if (typeof typed === "string") await page.locator("input[type=tel]").first().fill(typed);
  else for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value);
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
