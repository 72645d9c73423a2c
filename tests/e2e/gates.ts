import { customers, staff } from "../support/browser-actors.ts";
import { expect, test } from "../support/browser.ts";

test("a form posted from another site is refused", async ({ page, signedIn }) => {
  const victim = await signedIn(customers.anna);
  await victim.goto("/account");
  const account = new URL(victim.url()).pathname;
  const detail = `${account}/details/00000000-0000-4000-8000-000000000000`;
  const own = [`${account}/edit`, `${account}/updates`, `${account}/confirmations`, `${account}/confirmations/everything`, `${account}/sites`, `${account}/details/new/phone`];
  const ofDetail = [detail, `${detail}/primary`, `${detail}/removal`, `${detail}/move`, `${detail}/move/cancellation`];
  for (const path of ["/sign-in", "/sign-out", "/language", ...own, ...ofDetail]) {
    for (const origin of ["https://evil.example", "null"]) {
      const answer = await victim.request.post(path, { headers: { origin }, form: { locale: "hu" } });
      expect(answer.status(), `${path} from ${origin}`).toBe(403);
      expect(await answer.text()).toContain("Dieses Formular kam von einer anderen Website");
    }
  }
  await victim.goto("/account");
  await expect(victim.getByRole("heading", { level: 1 })).toHaveText("Stimmen Ihre Angaben noch?");
  await page.goto("/");
});

test("a page of another site cannot act in a signed-in person's name", async ({ signedIn }) => {
  const victim = await signedIn(customers.anna);
  await victim.goto("/account");
  const { origin } = new URL(victim.url());
  await victim.route("https://evil.example/", (route) => route.fulfill({
    contentType: "text/html",
    body: `<form method="post" action="${origin}/sign-out"><button>Gewinn abholen</button></form>`,
  }));
  await victim.goto("https://evil.example/");
  const [answer] = await Promise.all([victim.waitForResponse((one) => one.url().endsWith("/sign-out")), victim.getByRole("button").click()]);
  expect(answer.status()).toBe(403);
  await victim.goto("/account");
  await expect(victim.getByRole("heading", { level: 1 })).toHaveText("Stimmen Ihre Angaben noch?");
});

test("a body over one megabyte is refused", async ({ signedIn }) => {
  const page = await signedIn(customers.anna);
  await page.goto("/account");
  const { origin } = new URL(page.url());
  const big = await page.request.post(`${page.url()}/edit`, { headers: { origin }, form: { value: "x".repeat(1_048_577) } });
  expect(big.status()).toBe(413);
  expect(await big.text()).toContain("höchstens 1 MB");
  const small = await page.request.post("/sign-in", { headers: { origin }, form: { email: "x".repeat(1_000_000) } });
  expect(small.status()).toBe(422);
});

for (const [locale, title] of Object.entries({ de: "Hier ist keine Seite", en: "There is no page here", hu: "Itt nincs oldal" })) {
  test.describe(() => {
    test.use({ locale });
    test(`a page that does not exist says so in the reader's language: ${locale}`, async ({ page }) => {
      for (const path of ["/nirgends", "/account/nirgends/nirgends", "/verify-email/00000000-0000-4000-8000-000000000000", "/dev/gallery"]) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(404);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
      }
    });
  });
}

test("an id that is none, and one that is somebody else's, look the same", async ({ signedIn }) => {
  const page = await signedIn(customers.anna);
  for (const id of ["nirgends", "00000000-0000-4000-8000-000000000000", "%00", "1%27--"]) {
    const answer = await page.goto(`/account/${id}`);
    expect(answer?.status(), id).toBe(404);
  }
});

test("a tampered form saves nothing and is no fault of ours", async ({ signedIn }) => {
  const page = await signedIn(customers.anna);
  await page.goto("/account");
  const account = page.url();
  const { origin } = new URL(account);
  const request_id = "6d3c1a9e-5b1f-4f6e-9d65-0d3f5b6a7c11";
  const forms: Record<string, Record<string, string>> = {
    updates: { request_id, changes: "{" },
    "updates ": { request_id, changes: JSON.stringify([{ op: "add", kind: "phone", value: "kein Telefon" }]) },
    "updates  ": { changes: JSON.stringify([{ op: "add", kind: "phone", value: "+4930231255999" }]) },
    confirmations: { request_id, detail: "nichts 1" },
  };
  for (const [path, form] of Object.entries(forms)) {
    const answer = await page.request.post(`${account}/${path.trim()}`, { headers: { origin }, form });
    expect(answer.status(), JSON.stringify(form)).toBeGreaterThanOrEqual(400);
    expect(answer.status(), JSON.stringify(form)).toBeLessThan(500);
  }
  await page.goto("/account");
  await expect(page.getByRole("main")).not.toContainText("231255999");
});

test("customers may open nothing of the desk, and agents nothing of a customer's own pages", async ({ signedIn }) => {
  const customer = await signedIn(customers.anna);
  for (const path of ["/desk", `/desk/customers/${customers.marie.accountNumber}`, "/desk/tasks", "/desk/outbox", "/desk/outreach", "/desk/written-changes"]) {
    const answer = await customer.goto(path);
    expect(answer?.status(), path).toBe(403);
  }
  await customer.goto("/account");
  const agent = await signedIn(staff.jana);
  const answer = await agent.goto(new URL(customer.url()).pathname);
  expect(answer?.status()).toBe(404);
});
