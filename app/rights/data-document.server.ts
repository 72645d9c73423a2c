import { channelLabel, detailHeading, kindLabel } from "~/contact-details/labels";
import type { DetailKind, DetailValue } from "~/contact-details/contact-detail.schema";
import { formatValue } from "~/contact-details/format-detail";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { calendarDay, longMoment, shortMoment } from "~/i18n/times";
import { mailWord } from "~/outbox/mail.schema";
import { viewedPageWord } from "~/staff/record-view.schema";
import { causeWords, checkKindWords, concernStates, detailOps, documentKinds, originWords, outcomeWords } from "./data-words";
import type { HeldData } from "./held-data.schema";

type Block =
  | { type: "paragraph" | "subheading"; text: string }
  | { type: "facts"; rows: { label: string; lines: string[] }[] }
  | { type: "table"; head: string[]; rows: string[][] };

/** Everything held about a customer as a document to read, in the order in which people ask: who, what, since when, who saw it. */
export function documentOf(held: HeldData, locale: Locale) {
  const words = { locale, country: held.customer.country };
  return {
    locale,
    title: m.rights_doc_title({}, { locale }),
    intro: [
      { type: "paragraph" as const, text: m.rights_doc_intro({ when: longMoment(held.createdAt, locale) }, { locale }) },
      { type: "facts" as const, rows: customerFacts(held, locale) },
    ],
    sections: [
      section(m.rights_doc_details({}, { locale }), held.details.flatMap((detail) => detailBlocks(detail, words)), locale),
      section(m.rights_doc_updates({}, { locale }), held.updates.flatMap((update) => updateBlocks(update, words)), locale),
      section(m.rights_doc_documents({}, { locale }), documents(held, locale), locale),
      section(m.rights_doc_logins({}, { locale }), logins(held, locale), locale),
      section(m.checks_doc_title({}, { locale }), callerChecks(held, locale), locale),
      section(m.rights_doc_concerns({}, { locale }), held.concerns.flatMap((concern) => concernBlocks(concern, locale)), locale),
      section(m.rights_doc_paper({}, { locale }), held.writtenChanges.flatMap((sheet) => paperBlocks(sheet, words)), locale),
      section(m.rights_doc_tasks({}, { locale }), tasks(held, locale), locale),
      section(m.rights_doc_sent({}, { locale }), sent(held, locale), locale),
      section(m.rights_doc_views({}, { locale }), views(held, locale), locale),
    ],
  };
}

type Words = { locale: Locale; country: string };

function section(heading: string, blocks: Block[], locale: Locale) {
  return { heading, blocks: blocks.length > 0 ? blocks : [{ type: "paragraph" as const, text: m.rights_doc_none({}, { locale }) }] };
}

function table(head: string[], rows: string[][]): Block[] {
  return rows.length > 0 ? [{ type: "table", head, rows }] : [];
}

function customerFacts({ customer }: HeldData, locale: Locale) {
  const { accountNumber, kind, country, birthDate, yearlySpend, since, wishes } = customer;
  const rows = [
    [m.shell_account_number({}, { locale }), accountNumber],
    [m.rights_doc_kind({}, { locale }), kind === "person" ? m.rights_doc_person({}, { locale }) : m.rights_doc_company({}, { locale })],
    [m.rights_doc_country({}, { locale }), country],
    ...(birthDate ? [[m.rights_doc_birth_date({}, { locale }), calendarDay(birthDate, locale)]] : []),
    [m.rights_doc_spend({}, { locale }), new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(yearlySpend)],
    [m.rights_doc_since({}, { locale }), shortMoment(since, locale)],
    [m.rights_language({}, { locale }), wishes.locale],
    [m.rights_contact_by({}, { locale }), wishes.contactBy === "email" ? m.rights_by_email({}, { locale }) : m.rights_by_post({}, { locale })],
    [m.rights_reminders_short({}, { locale }), wishes.reminders ? m.rights_yes({}, { locale }) : m.rights_no({}, { locale })],
  ];
  return rows.map(([label = "", line = ""]) => ({ label, lines: [line] }));
}

function detailBlocks({ kind, label, channel, confirmedAt, removedAt, onHold, values }: HeldData["details"][number], { locale, country }: Words): Block[] {
  const notes = [
    m.rights_doc_came_by({ channel: channelLabel(channel, locale) }, { locale }),
    confirmedAt && m.rights_doc_confirmed({ when: shortMoment(confirmedAt, locale) }, { locale }),
    removedAt && m.rights_doc_removed({ when: shortMoment(removedAt, locale) }, { locale }),
    onHold && m.rights_doc_on_hold({}, { locale }),
  ];
  return [
    { type: "subheading", text: detailHeading(kind, label, locale) },
    { type: "paragraph", text: notes.filter(Boolean).join(" ") },
    ...table(
      [m.rights_doc_value({}, { locale }), m.rights_doc_from({}, { locale }), m.rights_doc_until({}, { locale }), m.rights_doc_update({}, { locale })],
      values.map(({ value, validFrom, validUntil, update }) => [line(kind, value, { locale, country }), day(validFrom, locale), day(validUntil, locale), update ?? ""]),
    ),
  ];
}

function updateBlocks({ reference, occurredAt, channel, actorName, items }: HeldData["updates"][number], words: Words): Block[] {
  const { locale } = words;
  return [
    { type: "subheading", text: `${longMoment(occurredAt, locale)} · ${reference}` },
    { type: "paragraph", text: [channelLabel(channel, locale), actorName].filter(Boolean).join(", ") },
    ...table(
      ["", m.rights_doc_what({}, { locale }), m.shell_before({}, { locale }), m.shell_after({}, { locale })],
      items.map(({ op, kind, label, before, after }) =>
        [detailOps[op]({}, { locale }), detailHeading(kind, label, locale), line(kind, before, words), line(kind, after, words)]),
    ),
  ];
}

function documents({ documents }: HeldData, locale: Locale): Block[] {
  return table(
    [m.rights_doc_number({}, { locale }), m.rights_doc_issued({}, { locale }), m.rights_doc_amount({}, { locale }), m.rights_doc_address({}, { locale })],
    documents.map(({ number, kind, issuedOn, amount, currency, address }) =>
      [`${documentKinds[kind]({}, { locale })} ${number}`, calendarDay(issuedOn, locale), new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount), flat(address)]),
  );
}

function logins({ logins, emailProofs, invitations, activationLetters }: HeldData, locale: Locale): Block[] {
  return [
    ...table(
      [m.rights_doc_email({}, { locale }), m.rights_doc_name({}, { locale }), m.rights_doc_origin({}, { locale }), m.rights_doc_from({}, { locale }), m.rights_doc_until({}, { locale })],
      logins.map(({ email, name, origin, since, endedAt }) => [email, name, originWords[origin]({}, { locale }), shortMoment(since, locale), endedAt ? shortMoment(endedAt, locale) : ""]),
    ),
    ...table(
      [m.rights_doc_proof({}, { locale }), m.rights_doc_when({}, { locale }), m.rights_doc_outcome({}, { locale })],
      emailProofs.map(({ email, askedAt, accepted }) => [email, shortMoment(askedAt, locale), accepted ? m.rights_doc_proven({}, { locale }) : m.rights_doc_not_proven({}, { locale })]),
    ),
    ...table(
      [m.rights_doc_invited({}, { locale }), m.rights_doc_name({}, { locale }), m.rights_doc_when({}, { locale }), m.rights_doc_outcome({}, { locale })],
      invitations.map(({ email, name, at, outcome }) => [email, name, shortMoment(at, locale), outcome ? outcomeWords[outcome]({}, { locale }) : ""]),
    ),
    ...table(
      [m.rights_doc_letter_code({}, { locale }), m.rights_doc_outcome({}, { locale })],
      activationLetters.map(({ at, outcome }) => [shortMoment(at, locale), outcome ? outcomeWords[outcome]({}, { locale }) : ""]),
    ),
  ];
}

function callerChecks({ callerChecks, callerPins, idDigitsSince }: HeldData, locale: Locale): Block[] {
  const checks = callerChecks.map(({ at, by, passedAt, overriddenBy, reason, answers }) => [
    shortMoment(at, locale),
    m.checks_doc_checked({ name: by }, { locale }),
    answers.map(({ kind, correct }) => `${checkKindWords[kind]({}, { locale })}: ${correct ? m.checks_right({}, { locale }) : m.checks_wrong({}, { locale })}`).join(", "),
    overriddenBy ? m.checks_doc_overridden({ name: overriddenBy, reason: reason ?? "" }, { locale }) : passedAt ? m.checks_doc_passed({}, { locale }) : m.checks_doc_not_passed({}, { locale }),
  ]);
  const pins = callerPins.map(({ at, to, usedAt }) => [shortMoment(at, locale), to, m.checks_doc_pin({}, { locale }), usedAt ? m.checks_doc_pin_used({}, { locale }) : ""]);
  return [
    ...table([m.rights_doc_when({}, { locale }), m.rights_doc_who({}, { locale }), m.rights_doc_what({}, { locale }), m.rights_doc_outcome({}, { locale })],
      [...checks, ...pins]),
    ...(idDigitsSince ? [{ type: "paragraph" as const, text: m.checks_doc_id_digits({ when: shortMoment(idDigitsSince, locale) }, { locale }) }] : []),
  ];
}

function concernBlocks({ reference, subject, state, createdAt, messages }: HeldData["concerns"][number], locale: Locale): Block[] {
  return [
    { type: "subheading", text: `${subject ?? ""} · ${reference}` },
    { type: "paragraph", text: `${shortMoment(createdAt, locale)}, ${concernStates[state]({}, { locale })}` },
    ...messages.map(({ at, name, text }): Block => ({ type: "facts", rows: [{ label: shortMoment(at, locale), lines: [name ?? "", ...(text ?? "").split("\n")].filter(Boolean) }] })),
  ];
}

function paperBlocks({ sheet, channel, receivedOn, changes }: HeldData["writtenChanges"][number], words: Words): Block[] {
  const { locale } = words;
  return [
    { type: "subheading", text: `${channelLabel(channel, locale)} · ${calendarDay(receivedOn, locale)} · ${m.rights_doc_sheet({ number: sheet }, { locale })}` },
    ...table([m.rights_doc_what({}, { locale }), m.rights_doc_value({}, { locale })], (changes ?? []).map(({ kind, value }) => [kindLabel(kind, locale), line(kind, value, words)])),
  ];
}

function tasks({ tasks }: HeldData, locale: Locale): Block[] {
  return table(
    [m.rights_doc_what({}, { locale }), m.rights_doc_when({}, { locale }), m.rights_doc_outcome({}, { locale })],
    tasks.map(({ cause, createdAt, outcome, reason }) => [causeWords[cause]({}, { locale }), shortMoment(createdAt, locale), [outcome && outcomeWords[outcome]({}, { locale }), reason].filter(Boolean).join(": ")]),
  );
}

function sent({ sent, reminders }: HeldData, locale: Locale): Block[] {
  const medium = { email: m.rights_by_email({}, { locale }), letter: m.rights_by_post({}, { locale }) };
  return [
    ...table(
      [m.rights_doc_what({}, { locale }), "", m.rights_doc_when({}, { locale })],
      sent.map(({ kind, medium: by, createdAt, sentAt }) => [mailWord(kind, locale), medium[by], shortMoment(sentAt ?? createdAt, locale)]),
    ),
    ...table(
      [m.rights_doc_reminder({}, { locale }), "", m.rights_doc_answered({}, { locale })],
      reminders.map(({ medium: by, at, answeredAt }) => [shortMoment(at, locale), medium[by], answeredAt ? shortMoment(answeredAt, locale) : ""]),
    ),
  ];
}

function views({ recordViews, downloads, wishes }: HeldData, locale: Locale): Block[] {
  const seen = [
    ...recordViews.map(({ at, by, page }) => ({ at, who: by, what: `${m.rights_doc_viewed({}, { locale })}: ${viewedPageWord(page, locale)}` })),
    ...downloads.map(({ at, by, format }) => ({ at, who: by, what: m.rights_doc_downloaded({ format: format.toUpperCase() }, { locale }) })),
    ...wishes.map(({ at, by }) => ({ at, who: by, what: m.rights_doc_wished({}, { locale }) })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  return table([m.rights_doc_when({}, { locale }), m.rights_doc_who({}, { locale }), m.rights_doc_what({}, { locale })], seen.map(({ at, who, what }) => [shortMoment(at, locale), who, what]));
}

function line(kind: DetailKind, value: DetailValue | null, { locale, country }: Words): string {
  return value === null ? "" : formatValue(kind, value, locale, country).join(", ");
}

function day(date: string | null, locale: Locale): string {
  return date ? calendarDay(date, locale) : "";
}

// A document keeps whatever its address was written as.
function flat(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(flat).filter(Boolean).join(", ");
  return value && typeof value === "object" ? flat(Object.values(value)) : "";
}
