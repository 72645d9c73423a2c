import { describe, expect, it, test } from "vitest";
import { renderMail } from "~/mail/render";
import { locales } from "~/i18n/locale";
import { company } from "../kartei.config";
import { exampleMails } from "./examples";
import { type Mail, mailSchema } from "./index";

const examples = Object.entries<Mail>(exampleMails);
const inEveryLocale = examples.flatMap(([name, mail]) =>
  locales.map((locale) => ({ name, locale, mail: { ...mail, locale } })),
);

describe.each(inEveryLocale)("$name in $locale", ({ mail, locale }) => {
  it("is a mail by the schema", () => {
    expect(mailSchema.parse(mail)).toEqual(mail);
  });

  it("has a short subject of one line", async () => {
    const { subject } = await renderMail(mail);
    expect(subject).toMatch(/^\P{Cc}{5,60}$/u);
  });

  it("is HTML in its language, for light and dark", async () => {
    const { html } = await renderMail(mail);
    expect(html).toContain(`lang="${locale}"`);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).not.toMatch(/mail_|details_|undefined|\[object/);
  });

  it("reads well as plain text, with the company's address and the support's", async () => {
    const { text } = await renderMail(mail);
    expect(text).not.toMatch(/<\/?[a-z]|&[a-z]+;|mail_|details_|undefined|\[object|\n{4,}/);
    expect(text).toContain(company.support.email);
    expect(text).toContain(company.legalFooter);
  });

  it("comes out the same byte for byte when rendered again", async () => {
    expect(await renderMail(mail)).toEqual(await renderMail(structuredClone(mail)));
  });
});

test("every mail reads differently in every language", async () => {
  for (const [, mail] of examples) {
    const texts = await Promise.all(locales.map(async (locale) => (await renderMail({ ...mail, locale })).text));
    expect(new Set(texts).size).toBe(locales.length);
  }
});

describe("a mail with a code", () => {
  const mails = [exampleMails.signInCode, exampleMails.newEmailCode];
  const all = [...mails, exampleMails.callerCode];

  it("has the eight digits in one piece for copying", async () => {
    for (const mail of all) {
      const { html, text } = await renderMail(mail);
      expect(text).toContain(mail.code);
      expect(html.replace(/<[^>]+>/g, "")).toContain(mail.code);
    }
  });

  it("keeps the code off the lock screen: not in the subject, not in the preview", async () => {
    for (const mail of all) {
      const { subject, html } = await renderMail(mail);
      expect(subject).not.toMatch(/\d/);
      expect(html.slice(0, html.indexOf("<h1"))).not.toContain(mail.code.slice(0, 4));
    }
  });

  it("says that nobody asks for the code and what to do if it was not asked for", async () => {
    for (const mail of mails) {
      const { text } = await renderMail(mail);
      expect(text).toContain(`Nobody from ${company.name} will ever ask you for this code`);
      expect(text).toContain("you can ignore this mail");
      expect(text).toContain("10 minutes");
    }
  });

  it("links to the page where a new address is confirmed", async () => {
    const { html, text } = await renderMail(exampleMails.newEmailCode);
    expect(html).toContain(`href="${exampleMails.newEmailCode.verifyUrl}"`);
    expect(text).toContain(`Enter the code:\n${exampleMails.newEmailCode.verifyUrl}\n`);
  });
});

describe("a receipt", () => {
  const { receipt, receiptByStaff } = exampleMails;

  it("carries its reference in the subject, in the text and in what to say when it was somebody else", async () => {
    const { subject, text } = await renderMail(receipt);
    expect(subject).toContain(receipt.reference);
    expect(text).toContain(`Reference: ${receipt.reference}`);
    expect(text).toContain(`give the reference ${receipt.reference}`);
    expect(text).toContain("+49 30 55501234");
  });

  it("shows new values whole and old ones masked", async () => {
    const { html, text } = await renderMail(receipt);
    for (const written of ["Hafenstraße 3", "Hinterhaus", "20457 Hamburg", "Kossuth Lajos u. 5."]) expect(text).toContain(written);
    expect(text.replace(/\D/g, "")).toContain("3098765432");
    expect(text.replace(/\D/g, "")).not.toContain("3012345678");
    expect(html).not.toContain("Lindenallee 12");
    expect(text).not.toContain("anna.weber@example.com");
  });

  it("tells when, in the company's time zone, and how the update reached us", async () => {
    const { text } = await renderMail(receipt);
    expect(text).toMatch(/When: 21 November 2026 at 22:09/);
    expect(text).toContain("How it reached us: You wrote it on your paid invoice");
    expect(text).not.toContain("Entered by");
  });

  it("names the member of staff or the colleague who entered it", async () => {
    expect((await renderMail(receiptByStaff)).text).toContain(`Entered by: Petra Lang, ${company.name}`);
    const byColleague = { ...receiptByStaff, actor: "colleague", actorName: null } as const;
    expect((await renderMail(byColleague)).text).toContain("Entered by: A colleague of yours");
  });

  it("puts the label of a site beside the kind of its detail", async () => {
    expect((await renderMail(receipt)).text).toMatch(/^.+ · Lager Győr$/m);
  });

  it("takes the update back with a link that holds until a day; after a change of email address it freezes sign-in", async () => {
    const { text, html } = await renderMail(receipt);
    expect(text).toContain(`Take it back:\n${receipt.objection.url}\n`);
    expect(html).toContain(`href="${receipt.objection.url}"`);
    expect(text).toContain("5 December 2026");
    const { receiptOfNewEmail } = exampleMails;
    expect((await renderMail(receiptOfNewEmail)).text).toContain(`Freeze sign-in:\n${receiptOfNewEmail.objection.url}\n`);
  });

  it("of what took an update back names it, and has no link", async () => {
    const { text } = await renderMail(exampleMails.receiptOfUndo);
    expect(text).toContain("The update K7MX-4QPD was taken back");
    expect(text).not.toContain("/undo/");
    expect(text).toContain("Will not come any more");
  });
});

describe("a notice of a change ahead", () => {
  it("says from when, with the old value masked and the link that stops it", async () => {
    const { subject, text } = await renderMail(exampleMails.changeAnnounced);
    expect(subject).toBe("Your contact details change from 30 September 2026");
    expect(text).toContain("Hafenstraße 3");
    expect(text).not.toContain("Lindenallee");
    expect(text).toContain(`Stop the change:\n${exampleMails.changeAnnounced.stopUrl}\n`);
  });
});

test("the old address learns the new one masked, and until when it can freeze sign-in", async () => {
  const { text } = await renderMail(exampleMails.emailChanged);
  expect(text).toContain("New address: w•••@e•••.org");
  expect(text).toContain(`Freeze sign-in:\n${exampleMails.emailChanged.freezeUrl}`);
  expect(text).toContain("5 December 2026");
});

test("a reminder tells when each detail was last confirmed, and both ways to answer", async () => {
  const { text } = await renderMail(exampleMails.reminder);
  expect(text).toContain("Nothing is wrong.");
  expect(text).toContain("Last confirmed on 2 March 2024");
  expect(text).toContain("Not confirmed by you yet");
  expect(text).toMatch(/still right\?[^]*Has something changed\?[^]*Check my details:\nhttps:/);
});

test("a reminder leads to its answers without signing in, and beside that to signing in", async () => {
  const { text } = await renderMail(exampleMails.reminder);
  expect(text).toContain(exampleMails.reminder.reviewUrl);
  expect(text).toContain(exampleMails.reminder.signInUrl);
  expect(text).toContain("31 December 2026");
});

test("an invitation names who invites, for whom, and the address to sign in with; it carries no token", async () => {
  const { text } = await renderMail(exampleMails.memberInvited);
  for (const word of ["Katharina Berg", "Nordlicht Versand GmbH", exampleMails.memberInvited.email, "15 December 2026"]) expect(text).toContain(word);
  expect(text).toContain(`Sign in:\n${exampleMails.memberInvited.signInUrl}\n`);
});

test("a refused company name comes with its reason, an accepted one without", async () => {
  expect((await renderMail(exampleMails.nameRequestRefused)).text).toContain("The reason: The commercial register");
  expect((await renderMail(exampleMails.nameRequestAccepted)).text).not.toContain("The reason");
});

describe("what a person typed", () => {
  const hostile = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "Tom & Jerry &amp; Söhne",
    "\u202Eתקווה\u202C GmbH \u2067abc",
    "zero\u200Bwidth\u200D and  two  spaces",
    "👩‍👩‍👧 Családi Bt. 🏠",
    "=HYPERLINK(\"http://x\") {name} ${x} {#value}",
    "Sehr".repeat(50),
  ];

  it.each(hostile)("comes out unchanged and unexecuted: %j", async (typed) => {
    for (const mail of mailsHolding(typed)) {
      const { subject, html, text } = await renderMail(mail);
      expect(text).toContain(typed);
      expect(html).toContain(`pre-wrap">${escaped(typed)}</bdi>`);
      expect(html).not.toMatch(/<script|<img/);
      expect(subject).not.toContain(typed);
    }
  });

  it("cannot begin a header in the subject", async () => {
    const { subject } = await renderMail({ ...exampleMails.receipt, reference: "K7MX\r\nBcc: all@example.com\u2028x" });
    expect(subject).toBe("Your contact details were updated: K7MX Bcc: all@example.com x");
  });
});

function mailsHolding(typed: string): Mail[] {
  const { receiptByStaff, reminder, nameRequestRefused, emailChanged } = exampleMails;
  return [
    { ...receiptByStaff, recipientName: typed },
    { ...receiptByStaff, actor: "colleague", actorName: typed },
    { ...receiptByStaff, items: [{ op: "add", kind: "phone", label: typed, before: null, after: "+493419876543" }] },
    { ...receiptByStaff, items: [{ op: "add", kind: "name", label: null, before: null, after: { company: typed } }] },
    { ...reminder, recipientName: typed },
    { ...nameRequestRefused, newName: typed },
    { ...nameRequestRefused, reason: typed },
    { ...emailChanged, newMasked: typed },
  ];
}

/** As React writes text into HTML. */
function escaped(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

test("a link is never anything but http or https", () => {
  expect(mailSchema.safeParse({ ...exampleMails.reminder, reviewUrl: "javascript:alert(1)" }).success).toBe(false);
});
