import { randomUUID } from "node:crypto";
import { staff } from "../support/browser-actors.ts";
import { addDeliveries, makeWebhook } from "../support/browser-interface-pages.ts";
import { expect, test } from "../support/browser.ts";

const overview = "/desk/admin/interfaces";

test("an admin makes a token, sees it once, and it opens the feed until it is revoked", async ({ signedIn, request }) => {
  const page = await signedIn(staff.oliver);
  const name = `CRM <b>${randomUUID()}</b>`;
  await page.goto(overview);
  await page.getByRole("button", { name: "Create access token" }).click();
  await expect(page.getByLabel("Who for")).toHaveAccessibleDescription(/Enter a name\./);
  await page.getByLabel("Who for").fill(name);
  await page.getByRole("button", { name: "Create access token" }).click();
  await expect(page.getByRole("status")).toContainText("It is shown this once only");
  const token = await page.getByRole("region", { name: "Access token" }).innerText();

  const ask = () => request.get("/api/changes?limit=1", { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status()).toBe(200);
  await page.getByRole("link", { name: "I have copied it" }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Change feed");
  await expect(row).not.toContainText("never");
  expect(await page.content()).not.toContain(token);

  await test.step("a second one may not have the same name", async () => {
    await page.getByLabel("Who for").fill(name);
    await page.getByRole("button", { name: "Create access token" }).click();
    await expect(page.getByRole("alert")).toContainText("There is an access token of this name already.");
  });

  await page.goto(overview);
  await row.getByRole("button", { name: "Revoke" }).click();
  await expect(row).toContainText("revoked");
  expect((await ask()).status()).toBe(401);
});

test("an admin makes a webhook, shows and renews its secret, tests it, and switches it off and on", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver);
  await page.goto(`${overview}/webhooks/new`);
  await page.getByLabel("Name").fill("Inside");
  await page.getByLabel("Address").fill("https://169.254.169.254/latest/meta-data");
  await page.getByLabel("Details changed").uncheck();
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByLabel("Address")).toHaveAccessibleDescription(/lies in a private network/);
  await expect(page.getByLabel("Address")).toHaveValue("https://169.254.169.254/latest/meta-data");
  await expect(page.getByRole("alert")).toContainText("Choose at least one.");

  const name = `ERP ${randomUUID().slice(0, 8)}`;
  const webhook = await makeWebhook(page, name);
  await page.getByRole("button", { name: "Show the secret" }).click();
  const secret = await page.getByRole("region", { name: "Secret", exact: true }).innerText();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  await page.goto(`${webhook}/secret`);
  await expect(page).toHaveURL(webhook);

  await page.getByRole("button", { name: "Renew the secret" }).click();
  await expect(page.getByRole("status")).toContainText("A new secret signs from now on");
  await page.getByRole("button", { name: "Show the secret" }).click();
  await expect(page.getByRole("region", { name: "Previous secret" })).toHaveText(secret);
  await page.getByRole("link", { name: "Back to the webhook" }).click();
  await page.getByRole("button", { name: "Renew the secret" }).click();
  await expect(page.getByRole("status")).toContainText("The secret was renewed lately");

  await page.getByRole("button", { name: "Send a test message" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Test message" })).toBeVisible();
  await expect(async () => {
    await page.goto(webhook);
    await expect(page.getByRole("main")).toContainText("The other system has taken nothing since", { timeout: 1000 });
  }).toPass({ timeout: 20_000 });

  await page.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByRole("status")).toContainText("The webhook is off.");
  await expect(page.getByRole("button", { name: "Send a test message" })).toBeHidden();
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByRole("status")).toContainText("The webhook is on.");
  await page.goto(overview);
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("https://kartei.invalid/hooks");
});

test("what failed is sent again, one message or all", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver);
  const webhook = await makeWebhook(page, `Replay ${randomUUID().slice(0, 8)}`);
  await page.getByRole("button", { name: "Switch off" }).click();
  await addDeliveries(webhook);
  await page.goto(webhook);
  const rows = page.getByRole("row").filter({ hasText: "Test message" });
  await expect(rows.filter({ hasText: "taken" })).toContainText("204");
  await rows.filter({ hasText: "taken" }).getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("status")).toContainText("The message is being sent again.");
  await expect(rows.filter({ hasText: "waiting" })).toHaveCount(1);

  await page.getByText("Send failed messages again …").click();
  await page.getByRole("button", { name: "Send all of them again" }).click();
  await expect(page.getByRole("status")).toContainText("One message is being sent again.");
  await expect(rows.filter({ hasText: "waiting" })).toHaveCount(2);
});

test("nobody but an admin opens these pages", async ({ signedIn }) => {
  const admin = await signedIn(staff.oliver);
  const webhook = await makeWebhook(admin, `Closed ${randomUUID().slice(0, 8)}`);
  const page = await signedIn(staff.miriam);
  for (const path of [overview, `${overview}/webhooks/new`, webhook]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(403);
  }
  for (const path of [`${overview}/tokens?index`, ...["secret", "rotation", "test-event", "suspension", "resumption"].map((act) => `${webhook}/${act}`)]) {
    const answer = await page.request.post(path, { form: { name: "x", scope: "changes" }, headers: { origin: new URL(page.url()).origin } });
    expect(answer.status(), path).toBe(403);
    expect(await answer.text()).not.toContain("whsec_");
  }
});
