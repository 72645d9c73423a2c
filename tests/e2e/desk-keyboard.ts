import { customers, staff } from "../support/browser-actors.ts";
import { inbox } from "../support/browser-inbox.ts";
import { arrowTo, tabTo, untilHydrated } from "../support/browser-keyboard.ts";
import { expect, test } from "../support/browser.ts";

test("an agent corrects a phone number on a call, by keyboard alone", async ({ signedIn }) => {
  const { sophie } = customers;
  const page = await signedIn(staff.jana);
  const caller = await signedIn(sophie);
  const { keyboard } = page;
  await page.goto("/desk/tasks");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aufgaben");
  await untilHydrated(page);

  await test.step("finds the caller by a misspelt name", async () => {
    await keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Kundin oder Kunden finden" })).toBeFocused();
    await keyboard.type("Sophie Schultz");
    await keyboard.press("Enter");
    const hits = page.getByRole("list", { name: "Gefundene Kundinnen und Kunden" });
    await expect(hits).toContainText(sophie.name);
    await untilHydrated(page);
    const hit = hits.getByRole("listitem").filter({ hasText: sophie.accountNumber }).getByRole("link");
    await arrowTo(page, hit);
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(sophie.name);
  });

  await test.step("asks who is calling, and gets the PIN that the portal shows", async () => {
    await caller.goto("/account");
    await caller.getByRole("link", { name: /Anruf-PIN/ }).click();
    await caller.getByRole("button", { name: "PIN anzeigen" }).click();
    const pin = await caller.getByRole("status").getByText(/^\d{3} \d{3}$/).innerText();
    await untilHydrated(page);
    await keyboard.press("i");
    await keyboard.type("000000" === pin.replace(" ", "") ? "000001" : "000000");
    await keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Das stimmt nicht" })).toBeVisible();
    await keyboard.type(pin);
    await keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Geprüft" })).toBeVisible();
  });

  await test.step("opens the form, which knows that the caller is checked", async () => {
    await keyboard.press("e");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Angaben berichtigen");
    await expect(page.getByRole("radio", { name: /^Am Telefon/ })).toBeChecked();
  });

  await test.step("types the number and checks it", async () => {
    await tabTo(page, page.getByRole("group", { name: "Telefon · Festnetz" }).getByRole("textbox"));
    await keyboard.type("0341 1101315");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lesen Sie es vor");
    await expect(page.getByRole("listitem").filter({ hasText: "Name auf der Karte" })).toContainText("Salzwedel");
    await expect(page.getByRole("listitem").filter({ hasText: "0341 1101315" })).toContainText("+49, 341, 11, 01, 315");
  });

  await test.step("is not let through before everything was read back", async () => {
    await untilHydrated(page);
    await tabTo(page, page.getByRole("checkbox").first());
    await keyboard.press("Space");
    await expect(page.getByRole("checkbox").nth(1)).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("Noch nicht vorgelesen: Telefon · Festnetz");
    await expect(page.getByRole("checkbox").first()).toBeChecked();
  });

  const reference = await test.step("saves, and is back on the record with the reference to read out", async () => {
    await untilHydrated(page);
    await tabTo(page, page.getByRole("checkbox").nth(1));
    await keyboard.press("Space");
    await expect(page.getByRole("button", { name: "Speichern" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(sophie.name);
    const notice = page.getByRole("status").filter({ hasText: "Das Zeichen zum Vorlesen:" });
    return (await notice.locator("strong").innerText()).trim();
  });

  await test.step("where the history says who, how and on whose word", async () => {
    const entry = page.getByRole("region", { name: "Verlauf" }).first().getByRole("listitem").filter({ hasText: reference }).first();
    await expect(entry).toContainText("Jana Krüger");
    await expect(entry).toContainText("am Telefon");
    await expect(entry).toContainText("Anruf-PIN");
    await expect(entry).toContainText("0341 1101315");
  });

  const receipt = await inbox.mail(sophie.email, new RegExp(reference));
  expect(receipt.text).toContain("Am Telefon");
});

test("single keys write where one is typing, and act elsewhere", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto(`/desk/customers/${customers.anna.accountNumber}`);
  await untilHydrated(page);
  const search = page.getByRole("searchbox", { name: "Kundin oder Kunden finden" });
  await page.keyboard.press("/");
  await search.press("e");
  await search.press("/");
  await expect(search).toHaveValue("e/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(customers.anna.name);
});

test("an agent who has not checked the caller gets no further, and loses nothing by checking", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto(`/desk/customers/${customers.anna.accountNumber}/edit`);
  await page.getByRole("group", { name: "Telefon · Festnetz" }).getByRole("textbox").fill("030 23125777");
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await expect(page.getByRole("alert")).toContainText("Geben Sie an, wo die Kundin oder der Kunde ist.");
  await page.getByRole("radio", { name: /^Am Telefon/ }).check();
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await expect(page.getByRole("alert")).toContainText("Prüfen Sie zuerst, wer anruft.");
  await page.getByRole("group", { name: "Telefon · Festnetz" }).getByRole("textbox").fill("030 23125778");
  await page.getByRole("textbox", { name: /^Geburtsdatum/ }).fill("12.4.1987");
  await page.getByRole("textbox", { name: /^Geburtsdatum/ }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Richtig: 1 von 3 Punkten." })).toBeVisible();
  await expect(page.getByRole("group", { name: "Telefon · Festnetz" }).getByRole("textbox")).toHaveValue("030 23125778");
});

test("the key that leads to the search is not typed into it where the box has the focus already", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto("/desk");
  const box = page.getByRole("searchbox", { name: "Kundin oder Kunden finden" });
  await expect(box).toBeFocused();
  await untilHydrated(page);
  await page.keyboard.press("/");
  await page.keyboard.type("Weber");
  await expect(box).toHaveValue("Weber");
});
