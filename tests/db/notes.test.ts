import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, anybody, sql, workerAccess } from "../support/backend.ts";
import { open } from "../support/concerns.ts";
import { newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { signedInOwner } from "../support/email-change.ts";
import { aNote, dayIn, saveDraft, savedNote, start } from "../support/notes.ts";
import { erase, rareWord, tablesWith, takeData } from "../support/rights.ts";
import { newStaff } from "../support/staff.ts";

const jana = actor("jana");
const tobias = actor("tobias");
const miriam = actor("miriam");
const clara = actor("clara");

interface Draft { version: number; fields: { done?: string }; typedIn: string | null; clock: Record<string, string | number | null> }
const draftOf = async (customer: TestCustomer, who = jana) => (await who.call<{ draft: Draft | null }>("desk_note_draft", { account: customer.accountNumber })).draft;
const type = (draft: string, { tab = randomUUID(), version = 1, done = "getippt", who = jana }: { tab?: string; version?: number; done?: string; who?: typeof jana } = {}) =>
  who.call<{ status: string; version?: number; draft?: Draft }>("type_note", { draft, tab, version, channel: "phone", direction: "in", fields: { done } });
const press = (draft: string, act: string, who = jana) => who.call<Record<string, string | number | null> | null>("time_note", { draft, act });
const back = (draft: string, seconds: number) => sql`update private.note_drafts set called_at = called_at - make_interval(secs => ${seconds}), answered_at = answered_at - make_interval(secs => ${seconds}),
  held_since = held_since - make_interval(secs => ${seconds}) where id = ${draft}`;
/** Some seconds pass between two calls on a busy machine, and none are lost. */
const about = (seconds: number) => (counted: unknown) => Number(counted) >= seconds && Number(counted) < seconds + 12;
interface Note { id: string; done: string; internal: string | null; shared: string | null; heldSeconds: number | null; endedAt: string | null; concern: { subject: string } | null; promises: { what: string; state: string }[]; addenda: { text: string; by: string }[] }
const notesOf = async (customer: TestCustomer, query?: string) => (await jana.call<{ notes: Note[] }>("desk_notes", { account: customer.accountNumber, query })).notes;

describe.concurrent("a draft", () => {
  test("is one for each agent and customer, however often it is begun", async () => {
    const customer = await newCustomer();
    const drafts = await Promise.all([start(jana, customer), start(jana, customer, { channel: "letter" })]);
    expect(new Set(drafts).size).toBe(1);
    expect(await start(tobias, customer)).not.toBe(drafts[0]);
  });

  test("keeps what was typed, and tells a page with an older state without taking its words", async () => {
    const customer = await newCustomer();
    const draft = await start(jana, customer);
    expect(await type(draft, { done: "eins" })).toEqual({ status: "typed", version: 2 });
    const late = await type(draft, { done: "veraltet" });
    expect(late).toMatchObject({ status: "behind", draft: { version: 2, fields: { done: "eins" } } });
    expect((await draftOf(customer))?.fields.done).toBe("eins");
    expect(await type(draft, { done: "veraltet", version: 2 })).toEqual({ status: "typed", version: 3 });
  });

  test("is not behind itself where an answer was lost on its way", async () => {
    const customer = await newCustomer();
    const draft = await start(jana, customer);
    const tab = randomUUID();
    await type(draft, { tab, done: "eins" });
    expect(await type(draft, { tab, done: "eins und zwei" })).toEqual({ status: "typed", version: 3 });
  });

  test("is its agent's alone, and gone for everybody once thrown away", async () => {
    const customer = await newCustomer();
    const draft = await start(jana, customer);
    expect(await type(draft, { who: tobias })).toEqual({ status: "gone" });
    expect(await press(draft, "ended", tobias)).toBeNull();
    await expect(saveDraft(tobias, draft)).rejects.toMatchObject({ status: 409, code: "draft_is_over" });
    await tobias.call("discard_note", { draft });
    expect(await draftOf(customer, tobias)).toBeNull();
    expect(await draftOf(customer)).not.toBeNull();
    await jana.call("discard_note", { draft });
    expect(await type(draft)).toEqual({ status: "gone" });
    await expect(saveDraft(jana, draft)).rejects.toMatchObject({ status: 409, code: "draft_is_over" });
  });
});

describe.concurrent("whom an import's undoing has taken away", () => {
  test("nothing more is written about", async () => {
    const customer = await newCustomer();
    const [note, draft] = [await savedNote(jana, customer), await start(tobias, customer)];
    await sql`update public.customers set withdrawn_at = now() where id = ${customer.id}`;
    await expect(saveDraft(tobias, draft)).rejects.toMatchObject({ status: 404 });
    await expect(jana.call("add_addendum", { note, body: "Nachtrag", shared: true, request: randomUUID() })).rejects.toMatchObject({ status: 404 });
    await expect(start(jana, customer)).rejects.toMatchObject({ status: 404 });
    expect(await sql`select from public.note_addenda where note_id = ${note}`).toHaveLength(0);
  });
});

describe.concurrent("the draft of somebody who has left", () => {
  const oliver = actor("oliver");
  async function leftBehind() {
    const [customer, leaver] = [await newCustomer(), await newStaff("agent")];
    const draft = await start(leaver, customer);
    await type(draft, { who: leaver, done: "halb fertig" });
    return { customer, leaver, draft, leave: () => oliver.call("set_staff_active", { member: leaver.id, active: false }) };
  }
  const left = async (customer: TestCustomer) => (await jana.call<{ leftDrafts: object[] }>("desk_note_draft", { account: customer.accountNumber })).leftDrafts;
  const takeOver = (who: typeof jana, draft: string) => who.call<string>("take_over_note", { draft });

  test("stands on their page before they go, and is taken over once, with its words", async () => {
    const { customer, leaver, draft, leave } = await leftBehind();
    expect(await oliver.call("desk_staff_member", { member: leaver.id })).toMatchObject({ inHand: { drafts: [{ accountNumber: customer.accountNumber }] } });
    expect(await left(customer)).toEqual([]);
    await expect(takeOver(tobias, draft)).rejects.toMatchObject({ status: 404 });
    await leave();

    expect(await left(customer)).toMatchObject([{ id: draft, by: leaver.name }]);
    await expect(takeOver(clara, draft)).rejects.toMatchObject({ status: 403 });
    expect(await takeOver(tobias, draft)).toBe(customer.accountNumber);
    await expect(takeOver(jana, draft)).rejects.toMatchObject({ status: 404 });
    expect((await draftOf(customer, tobias))?.fields.done).toBe("halb fertig");
    expect(await left(customer)).toEqual([]);
    expect(await saveDraft(tobias, draft, {}, 3)).toEqual({ status: "saved" });
  });

  test("waits while whoever would take it over writes a note of their own", async () => {
    const { customer, draft, leave } = await leftBehind();
    await leave();
    const own = await start(tobias, customer);
    expect(await takeOver(tobias, draft)).toBe(customer.accountNumber);
    expect((await draftOf(customer, tobias))?.clock.id).toBe(own);
    expect(await left(customer)).toMatchObject([{ id: draft }]);
  });

  test("is forgotten after ninety days like any other in which nobody types", async () => {
    const [{ draft: old, customer }, { draft: young }] = [await leftBehind(), await leftBehind()];
    await sql`update private.note_drafts set typed_at = now() - interval '91 days' where id = ${old}`;
    await sql`update private.note_drafts set typed_at = now() - interval '89 days' where id = ${young}`;
    await workerAccess().call("note_forget");
    expect(await sql`select id from private.note_drafts where id in (${old}, ${young})`).toEqual([{ id: young }]);
    expect(await left(customer)).toEqual([]);
  });
});

describe.concurrent("the clock", () => {
  test("counts a call received as spoken from the first moment, and one that we make once it is answered", async () => {
    const [received, made, letter] = [await newCustomer(), await newCustomer(), await newCustomer()];
    await start(jana, received);
    expect((await draftOf(received))?.clock.answeredAt).not.toBeNull();
    const draft = await start(jana, made, { direction: "out" });
    expect((await draftOf(made))?.clock).toMatchObject({ calledAt: expect.any(String) as string, answeredAt: null });
    expect((await press(draft, "answered"))?.answeredAt).not.toBeNull();
    await start(jana, letter, { channel: "letter" });
    expect((await draftOf(letter))?.clock).toMatchObject({ calledAt: null, answeredAt: null });
  });

  test("adds up each time on hold, counts a second press once, and stands still at the end", async () => {
    const customer = await newCustomer();
    const draft = await start(jana, customer);
    for (const seconds of [30, 12]) {
      await press(draft, "held");
      const held = await press(draft, "held");
      expect(held?.heldSince).not.toBeNull();
      await back(draft, seconds);
      await press(draft, "resumed");
      await press(draft, "resumed");
    }
    expect((await draftOf(customer))?.clock.heldSeconds).toSatisfy(about(42));
    const ended = await press(draft, "ended");
    expect((await press(draft, "ended"))?.endedAt).toBe(ended?.endedAt);
    expect((await press(draft, "held"))?.heldSince).toBeNull();
    expect((await press(draft, "reopened"))?.endedAt).toBeNull();
  });

  test("takes no moment that is none", async () => {
    const draft = await start(jana, await newCustomer());
    await expect(press(draft, "paused")).rejects.toMatchObject({ status: 422 });
  });

  test("ends with the note, and what is on hold then counts", async () => {
    const customer = await newCustomer();
    const draft = await start(jana, customer);
    await press(draft, "held");
    await back(draft, 20);
    await saveDraft(jana, draft);
    expect(await notesOf(customer)).toMatchObject([{ heldSeconds: expect.toSatisfy(about(20)) as number, endedAt: expect.any(String) as string }]);
  });

  test("is none of a letter's", async () => {
    const customer = await newCustomer();
    await savedNote(jana, customer, { channel: "letter" });
    expect(await notesOf(customer)).toMatchObject([{ heldSeconds: null, endedAt: null }]);
  });
});

describe.concurrent("saving", () => {
  test("twice, even at the same moment, makes one note with its promises once", async () => {
    const customer = await newCustomer();
    const draft = await start(jana, customer);
    const note = { promises: [{ what: "Zurückrufen", due: await dayIn(1), department: "billing" }] };
    const answers = await Promise.all([saveDraft(jana, draft, note), saveDraft(jana, draft, note)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["repeated", "saved"]);
    expect(await notesOf(customer)).toMatchObject([{ promises: [{ what: "Zurückrufen", state: "open" }] }]);
    expect(await draftOf(customer)).toBeNull();
  });

  test("over what another page has typed since saves nothing", async () => {
    const customer = await newCustomer();
    const draft = await start(jana, customer);
    await type(draft, { done: "neuer" });
    expect(await saveDraft(jana, draft)).toMatchObject({ status: "behind", draft: { version: 2, fields: { done: "neuer" } } });
    expect(await notesOf(customer)).toEqual([]);
  });

  test.each([
    ["without a reason", { reason: null }], ["without what was done", { done: " " }], ["of an unknown outcome", { outcome: "great" }], ["of a channel that is none", { channel: "invoice" }],
    ["with a text too long", { internal: "x".repeat(4001) }], ["with an empty text for the customer", { shared: "" }], ["with a control character", { done: "a\u0007b" }],
    ["with eleven people", { participants: Array.from({ length: 11 }, () => ({ name: "x" })) }], ["with a person without a name", { participants: [{ name: "" }] }],
    ["with a promise of nobody", { promises: [{ what: "x", due: "2099-01-01" }] }], ["with a promise of yesterday", { promises: [{ what: "x", due: "2020-01-01", department: "billing" }] }],
    ["with a promise of no day", { promises: [{ what: "x", due: "bald", department: "billing" }] }], ["with a promise of nothing", { promises: [{ what: "", due: "2020-01-01", department: "billing" }] }],
    ["with a concern of nowhere", { newConcern: { kind: "question", subject: "x", department: "nowhere" } }],
  ])("a note %s is refused, and the draft stays", async (_, note) => {
    const customer = await newCustomer();
    const draft = await start(jana, customer);
    await expect(saveDraft(jana, draft, note)).rejects.toMatchObject({ status: expect.toSatisfy((status: number) => status >= 400 && status < 500) as number });
    expect(await notesOf(customer)).toEqual([]);
    expect(await draftOf(customer)).not.toBeNull();
  });

  test("keeps what was typed as it was typed", async () => {
    const customer = await newCustomer();
    const done = "שלום‏ \u200B👩‍👩‍👧 =SUM(A1) <script>alert(1)</script>\n\ttab";
    await savedNote(jana, customer, { done });
    expect(await notesOf(customer)).toMatchObject([{ done }]);
  });

  test("ties the note to an open concern of that customer, or opens one, which the customer sees", async () => {
    const { owner, customer } = await signedInOwner();
    const { reference } = await open(owner, customer, { subject: "Wo bleibt sie?" });
    const { owner: other, customer: others } = await signedInOwner();
    const theirs = await open(other, others);
    await savedNote(jana, customer, { concern: reference });
    await expect(savedNote(jana, customer, { concern: theirs.reference })).rejects.toMatchObject({ status: 409, code: "concern_is_closed" });
    const draft = await start(jana, customer);
    await saveDraft(jana, draft, { newConcern: { kind: "complaint", subject: "Deckel fehlen", department: "logistics" } });
    expect((await notesOf(customer)).map(({ concern }) => concern?.subject)).toEqual(["Deckel fehlen", "Wo bleibt sie?"]);
    const { concerns } = await owner.call<{ concerns: { subject: string; department: object; state: string }[] }>("account_concerns", { customer: customer.id });
    expect(concerns[0]).toMatchObject({ subject: "Deckel fehlen", department: { code: "logistics" }, state: "open" });
    expect(await jana.call("desk_concern", { reference })).toMatchObject({ notes: [{ done: aNote.done }] });
  });

  test("about somebody who was erased is refused", async () => {
    const { owner, customer } = await signedInOwner();
    const draft = await start(jana, customer);
    await erase(owner, customer);
    await expect(saveDraft(jana, draft)).rejects.toMatchObject({ status: 409 });
    await expect(start(jana, customer)).rejects.toMatchObject({ status: 409, code: "customer_is_erased" });
  });
});

describe.concurrent("a saved note", () => {
  test("is never rewritten; what corrects it is added with author and time, once", async () => {
    const customer = await newCustomer();
    const note = await savedNote(jana, customer);
    const request = randomUUID();
    for (const who of [tobias, tobias, miriam]) await who.call("add_addendum", { note, body: "Es war die andere Rechnung.", shared: false, request: who === miriam ? randomUUID() : request });
    expect((await notesOf(customer))[0]?.addenda.map(({ by }) => by)).toEqual(["Tobias Brandt", "Miriam Seidel"]);
    for (const change of [
      sql`update public.notes set done = 'anders' where id = ${note}`, sql`delete from public.notes where id = ${note}`, sql`update public.notes set done = null where id = ${note}`,
      sql`update public.note_addenda set text = 'anders' where note_id = ${note}`, sql`delete from public.note_addenda where note_id = ${note}`,
    ]) {
      await expect(change).rejects.toThrow("history_is_append_only");
    }
  });

  test("is found by its words, without accents, cut short, in addenda and promises, and only at its customer", async () => {
    const [customer, other] = [await newCustomer(), await newCustomer()];
    const note = await savedNote(jana, customer, { done: "Der Kübel ist zerbrochen.", participants: [{ name: "Lukács Péter" }], promises: [{ what: "Ersatz schicken", due: await dayIn(1), department: "logistics" }] });
    await savedNote(jana, customer, { done: "Etwas ganz anderes." });
    await savedNote(jana, other, { done: "Der Kübel ist zerbrochen." });
    await jana.call("add_addendum", { note, body: "Zwölf Stück.", shared: false, request: randomUUID() });
    for (const query of ["kubel", "KÜBEL zerbr", "kuebel", "lukacs", "ersatz", "zwolf"]) {
      expect((await notesOf(customer, query)).map(({ id }) => id), query).toEqual([note]);
    }
    expect(await notesOf(customer, "kübel lampe")).toEqual([]);
    expect(await notesOf(customer, "' | & !")).toHaveLength(2);
  });
});

describe.concurrent("role by role", () => {
  test("agents, supervisors and admins may; outreach, customers and strangers may not", async () => {
    const { owner, customer } = await signedInOwner();
    const note = await savedNote(jana, customer);
    const doors = (who: typeof jana) => [
      () => start(who, customer), () => who.call("desk_note_draft", { account: customer.accountNumber }), () => who.call("desk_notes", { account: customer.accountNumber }),
      () => who.call("desk_note", { note }), () => type(note, { who }), () => press(note, "ended", who), () => saveDraft(who, note), () => who.call("discard_note", { draft: note }),
      () => who.call("add_addendum", { note, body: "x", shared: false, request: randomUUID() }),
    ];
    for (const call of [...doors(clara), ...doors(owner)]) await expect(call()).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    await expect(anybody.call("desk_note", { note })).rejects.toMatchObject({ status: 401 });
    for (const who of [miriam, actor("oliver")]) expect(await who.call("desk_note", { note })).toMatchObject({ note: { id: note } });
  });

  test("straight at PostgREST nobody lists a note, a draft or a promise, staff included", async () => {
    const { owner, customer } = await signedInOwner();
    await savedNote(jana, customer, { internal: "geheim", promises: [{ what: "x", due: await dayIn(1), department: "billing" }] });
    for (const who of [owner, jana, miriam, anybody]) {
      for (const table of ["notes", "note_addenda", "commitments", "commitment_acts"]) {
        const { body } = await who.rest(`${table}?select=*`);
        expect(Array.isArray(body) ? body : []).toEqual([]);
      }
      expect((await who.rest("note_drafts?select=*")).status).toBeGreaterThanOrEqual(400);
    }
  });

  test("each look is logged", async () => {
    const customer = await newCustomer();
    const note = await savedNote(jana, customer);
    await miriam.call("desk_note", { note });
    await miriam.call("desk_notes", { account: customer.accountNumber });
    expect(await sql`select from public.record_views v join public.staff s on s.id = v.staff_id where v.customer_id = ${customer.id} and s.email = ${miriam.email}`).toHaveLength(2);
  });
});

describe.concurrent("the customer", () => {
  const contactsOf = (who: typeof jana, { id }: TestCustomer) => who.call<{ contacts: object[] }>("account_contacts", { customer: id });

  test("reads the facts, the promises and what was shared, and nothing else", async () => {
    const { owner, customer } = await signedInOwner();
    const [internal, done, reason, person] = Array.from({ length: 4 }, rareWord) as [string, string, string, string];
    const note = await savedNote(jana, customer, { internal, done, participants: [{ name: person }], shared: "Für Sie.", promises: [{ what: "Zurückrufen", due: await dayIn(2), department: "billing" }] });
    await jana.call("add_addendum", { note, body: reason, shared: false, request: randomUUID() });
    await jana.call("add_addendum", { note, body: "Auch für Sie.", shared: true, request: randomUUID() });
    const answer = await contactsOf(owner, customer);
    expect(answer.contacts).toMatchObject([{
      channel: "phone", direction: "in", by: "Jana Krüger", heldSeconds: 0, shared: "Für Sie.",
      promises: [{ what: "Zurückrufen", dueOn: await dayIn(2), state: "open", department: { code: "billing" } }], addenda: [{ text: "Auch für Sie." }],
    }]);
    for (const word of [internal, done, reason, person]) expect(JSON.stringify(answer)).not.toContain(word);
  });

  test("reads that a promise was broken, but not why", async () => {
    const { owner, customer } = await signedInOwner();
    const why = rareWord();
    await savedNote(jana, customer, { promises: [{ what: "Zurückrufen", due: await dayIn(2), department: "customer_service" }] });
    const [promise] = await sql<{ id: string }[]>`select id from public.commitments where customer_id = ${customer.id}`;
    await jana.call("settle_commitment", { commitment: promise?.id, act: "broken", reason: why });
    const answer = await contactsOf(owner, customer);
    expect(answer.contacts).toMatchObject([{ promises: [{ state: "broken" }] }]);
    expect(JSON.stringify(answer)).not.toContain(why);
  });

  test("reads nobody else's", async () => {
    const { customer } = await signedInOwner();
    const { owner: stranger } = await signedInOwner();
    await expect(contactsOf(stranger, customer)).rejects.toMatchObject({ status: 404, code: "not_found" });
    await expect(contactsOf(jana, customer)).rejects.toMatchObject({ status: 404 });
  });

  test("gets all of it in the copy of everything, and an erasure leaves none of it", async () => {
    const { owner, customer } = await signedInOwner();
    const words = Array.from({ length: 7 }, rareWord);
    const [done, internal, shared, person, what, addendum, drafted] = words as [string, string, string, string, string, string, string];
    const note = await savedNote(jana, customer, { done, internal, shared, participants: [{ name: person }], promises: [{ what, due: await dayIn(2), department: "billing" }] });
    await jana.call("add_addendum", { note, body: addendum, shared: false, request: randomUUID() });
    await type(await start(jana, customer), { done: drafted });
    const held = await takeData(owner, customer);
    for (const word of [done, internal, shared, person, what, addendum]) expect(JSON.stringify(held.contacts)).toContain(word);
    for (const word of words) expect(await tablesWith(word), word).not.toEqual([]);
    await erase(owner, customer);
    for (const word of words) expect(await tablesWith(word), word).toEqual([]);
    expect(await sql`select from public.notes where customer_id = ${customer.id} and staff_id is not null`).toHaveLength(1);
    expect(await sql`select state from public.commitments where customer_id = ${customer.id}`).toEqual([{ state: "withdrawn" }]);
  });
});

test("the record carries the clock of a note begun, the last notes and the promises", async () => {
  const customer = await newCustomer();
  await savedNote(jana, customer, { promises: [{ what: "Zurückrufen", due: await dayIn(2), department: "billing" }] });
  const draft = await start(jana, customer);
  const record = await jana.call("desk_record", { account: customer.accountNumber });
  expect(record).toMatchObject({ note: { id: draft }, notes: [{ done: aNote.done }], promises: { open: [{ what: "Zurückrufen" }], lastBroken: null } });
  expect(await tobias.call("desk_record", { account: customer.accountNumber })).toMatchObject({ note: null });
});
