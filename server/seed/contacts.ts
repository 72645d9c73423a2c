import type { Sql, TransactionSql } from "postgres";
import { namedCustomers } from "./named-customers.ts";
import { createCalendar } from "./calendar.ts";

/** A promise of the demo: due so many days from today (before it, where negative), by a person or a department, and what became of it. */
type DemoPromise = { what: string; dueIn: number; by: { staff: string } | { department: string }; became?: "kept" | "broken"; why?: string | null };

type DemoContact = {
  customer: number;
  /** When it began, counted back from now. */
  daysAgo: number;
  minutes: number;
  heldSeconds: number;
  channel: "phone" | "in_person" | "letter";
  staff: string;
  reason: string;
  done: string;
  outcome: "settled" | "promised" | "open";
  satisfied: "yes" | "no" | "not_asked";
  participants: { name: string; spelling: string | null }[];
  internal?: string;
  shared?: string;
  addendum?: string;
  promises: DemoPromise[];
};

const [anna, nordlicht, eszter] = [0, 1, 2] as const;
const [jana, tobias, gergo] = ["agent@kartei.example.com", "agent2@kartei.example.com", "agent3@kartei.example.com"] as const;

const contacts: DemoContact[] = [
  {
    customer: anna, daysAgo: 41, minutes: 6, heldSeconds: 95, channel: "phone", staff: jana, reason: "invoice_missing", outcome: "promised", satisfied: "yes",
    done: "Die Rechnung vom vorigen Monat ist nicht angekommen. Noch einmal per E-Mail geschickt.",
    participants: [{ name: "Anna Weber", spelling: null }],
    promises: [{ what: "Die Rechnung noch einmal per E-Mail schicken", dueIn: -40, by: { staff: jana }, became: "kept" }],
  },
  {
    customer: anna, daysAgo: 3, minutes: 9, heldSeconds: 210, channel: "phone", staff: tobias, reason: "delivery_late", outcome: "promised", satisfied: "no",
    done: "Die Lieferung ins Atelier ist verspätet. Neuer Termin laut Logistik: nächste Woche.",
    participants: [{ name: "Anna Weber", spelling: null }, { name: "Nurcan Öztürk", spelling: "mit Z, nimmt die Lieferung an" }],
    internal: "Zweiter Anruf dazu. Bitte beim Spediteur nachfassen, bevor wir wieder etwas zusagen.",
    shared: "Ihre Lieferung kommt in zwei Teilen. Der erste Teil ist unterwegs, den zweiten kündigen wir Ihnen an.",
    addendum: "Der Spediteur nennt jetzt den Vormittag.",
    promises: [{ what: "Den Liefertermin telefonisch durchgeben", dueIn: 5, by: { department: "logistics" } }],
  },
  {
    customer: nordlicht, daysAgo: 62, minutes: 14, heldSeconds: 0, channel: "phone", staff: jana, reason: "invoice_wrong", outcome: "promised", satisfied: "not_asked",
    done: "Auf der Rechnung steht die alte Anschrift des Lagers. An die Buchhaltung gegeben.",
    participants: [{ name: "Ayşe Yılmaz", spelling: "ş wie sch, ı ohne Punkt" }],
    promises: [{ what: "Die berichtigte Rechnung schicken", dueIn: -55, by: { department: "billing" }, became: "broken", why: "Die Buchhaltung hatte die Änderung nicht erhalten." }],
  },
  {
    customer: nordlicht, daysAgo: 8, minutes: 35, heldSeconds: 0, channel: "in_person", staff: tobias, reason: "order", outcome: "promised", satisfied: "yes",
    done: "Herr Thiessen war hier und hat die Bestellung für das Lager durchgesprochen.",
    participants: [{ name: "Björn Thiessen", spelling: "mit ss" }],
    promises: [{ what: "Ein Angebot über 40 Paletten schicken", dueIn: 6, by: { staff: tobias } }],
  },
  {
    customer: eszter, daysAgo: 15, minutes: 4, heldSeconds: 40, channel: "phone", staff: gergo, reason: "details_changed", outcome: "settled", satisfied: "yes",
    done: "A telefonszámot helyesbítettük és visszaolvastuk.",
    participants: [{ name: "Nagy Eszter", spelling: null }],
    promises: [],
  },
];

/** Gives the demo's named customers contacts with us, with promises open, kept and broken. */
export async function loadContacts(sql: Sql): Promise<void> {
  const numbers = namedCustomers(createCalendar(new Date().toISOString().slice(0, 10))).map(({ accountNumber }) => accountNumber);
  await sql.begin(async (tx) => {
    for (const contact of contacts) await addContact(tx, numbers[contact.customer] ?? "", contact);
  });
}

async function addContact(tx: TransactionSql, account: string, contact: DemoContact): Promise<void> {
  const { daysAgo, minutes, heldSeconds, channel, staff, reason, done, outcome, satisfied, participants, internal = null, shared = null, addendum, promises } = contact;
  const [note] = await tx<{ id: string; customer: string }[]>`
    insert into public.notes (id, customer_id, staff_id, channel, direction, occurred_at, called_at, answered_at, ended_at, held_seconds, reason, outcome, satisfied,
      participants, done, internal, shared, words, saved_at)
    select private.new_id(), c.id, s.id, ${channel}, 'in', at, at, at + interval '12 seconds', at + make_interval(mins => ${minutes}), ${heldSeconds}, ${reason}, ${outcome}, ${satisfied},
      ${tx.json(participants)}, ${done}, ${internal}, ${shared},
      array_to_tsvector(private.words(${[done, internal, shared, ...participants.map(({ name }) => name), ...promises.map(({ what }) => what)].filter(Boolean).join(" ")})),
      at + make_interval(mins => ${minutes + 1})
    from public.customers c, public.staff s, (select date_trunc('day', now()) - make_interval(days => ${daysAgo}) + interval '10 hours 17 minutes' as at) t
    where c.account_number = ${account} and s.email = ${staff}
    returning id, customer_id as customer`;
  if (!note) return;
  if (addendum) {
    await tx`insert into public.note_addenda (note_id, customer_id, staff_id, shared, text, words, request_id)
      select ${note.id}, ${note.customer}, s.id, true, ${addendum}, array_to_tsvector(private.words(${addendum})), gen_random_uuid() from public.staff s where s.email = ${staff}`;
  }
  for (const promise of promises) await addPromise(tx, note, staff, daysAgo, promise);
}

async function addPromise(tx: TransactionSql, note: { id: string; customer: string }, maker: string, daysAgo: number, { what, dueIn, by, became, why = null }: DemoPromise): Promise<void> {
  const person = "staff" in by ? by.staff : null;
  const department = "department" in by ? by.department : null;
  const [promise] = await tx<{ id: string }[]>`
    insert into public.commitments (customer_id, note_id, what, due_on, staff_id, department_id, made_by, made_at, state, settled_at)
    select ${note.customer}, ${note.id}, ${what}, private.today() + ${dueIn}::int, (select id from public.staff where email = ${person}::text),
      (select id from public.departments where code = ${department}::text), s.id, now() - make_interval(days => ${daysAgo}),
      ${became ?? "open"}, case when ${became !== undefined} then private.midnight(private.today() + ${dueIn}::int) + interval '11 hours' end
    from public.staff s where s.email = ${maker} returning id`;
  if (!promise || !became) return;
  await tx`insert into public.commitment_acts (commitment_id, act, staff_id, reason, at)
    select ${promise.id}, ${became}, s.id, ${why}, private.midnight(private.today() + ${dueIn}::int) + interval '11 hours' from public.staff s where s.email = ${maker}`;
}
