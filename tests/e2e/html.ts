import { HtmlValidate, type Report } from "html-validate";
import { customers } from "../support/browser-actors.ts";
import { customerPages } from "../support/browser-customer-pages.ts";
import { expect, type Page, test } from "../support/browser.ts";

test.describe.configure({ timeout: 360_000 });

// How it is written (quotes, case, the order of attributes) is React's affair.
const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "no-trailing-whitespace": "off", "no-inline-style": "off" } });

test("the markup of every page of the customer's side is valid", async ({ signedIn }) => {
  const page = await signedIn(customers.lindenbauer);
  const sent = listen(page);
  for (const { name, open } of await customerPages(page, "E-Mail · Buchhaltung")) {
    await test.step(name, async () => {
      await open(page);
      const markup = await sent();
      expect(markup, name).toContain("</html>");
      expect.soft(faults(await validator.validateString(markup)), name).toEqual([]);
    });
  }
});

/** The markup of the page that came last, as it was sent: a browser mends what it can while it reads. */
function listen(page: Page): () => Promise<string> {
  let last: Promise<string> = Promise.resolve("");
  page.on("response", (response) => {
    if (response.request().isNavigationRequest() && !(response.status() >= 300 && response.status() < 400)) last = response.text().catch(() => "");
  });
  return () => last;
}

function faults({ results }: Report): string[] {
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ""})`));
}
