import type { Cell } from "./copy-text.ts";
import type { ReviewDay } from "./review-day.ts";
import type { SeedCustomer, SeedDetail } from "./seed-customer.ts";
import type { seedTables } from "./tables.ts";

type Tables = typeof seedTables;
type Row<Name extends keyof Tables> = Record<Tables[Name]["columns"][number], Cell>;

/** Rows as the tables take them; keys are the columns' names. */
export type SeedRows = { [Name in keyof Tables]: Row<Name>[] };

/** Where rows get what the customers do not say. */
export interface RowSources {
  /** The ids of the agents who confirmed what was said to staff. */
  agents: readonly string[];
  newId: () => string;
  /** The reference of one more update. */
  nextReference: () => string;
  reviewDay: ReviewDay;
}

/**
 * The rows of customers with a history that could have led there: an import of everything when the oldest detail
 * became known, then one update for each time something was confirmed, by a login or by one of the agents.
 */
export function rowsOf(customers: readonly SeedCustomer[], sources: RowSources): SeedRows {
  const rows: SeedRows = { customers: [], logins: [], details: [], values: [], updates: [], items: [], documents: [] };
  for (const customer of customers) addCustomer(rows, customer, sources);
  return rows;
}

function addCustomer(rows: SeedRows, customer: SeedCustomer, sources: RowSources): void {
  const { agents, newId } = sources;
  const id = newId();
  const oldest = oldestOf(customer.details);
  rows.customers.push({
    id,
    account_number: customer.accountNumber,
    kind: customer.kind,
    locale: customer.locale,
    country: customer.country,
    birth_date: customer.birthDate,
    yearly_spend: customer.yearlySpend,
    contact_by: customer.contactBy,
    reminders_opt_out: customer.remindersOptOut,
    created_at: oldest,
  });
  const logins = customer.logins.map(({ email, name, role }) =>
    ({ id: newId(), customer_id: id, email: email.toLowerCase(), name, role, origin: "import" }));
  for (const login of logins) rows.logins.push(login);
  const details = customer.details.map((detail) => ({ id: newId(), detail }));
  const actors = { login: logins[0]?.id ?? null, agent: agents[Number(customer.accountNumber) % agents.length] ?? null };
  addDetails(rows, id, details, actors.login, sources);
  addHistory(rows, { id, since: oldest, details, actors }, sources);
  addDocuments(rows, id, customer);
}

type Identified = { id: string; detail: SeedDetail };

function addDetails(rows: SeedRows, customer: string, details: Identified[], login: string | null, { reviewDay }: RowSources): void {
  for (const { id, detail } of details) {
    rows.details.push({
      id,
      customer_id: customer,
      kind: detail.kind,
      label: detail.label,
      site_id: detail.site === null ? null : details[detail.site]?.id,
      is_primary: detail.primary,
      verified_at: detail.verified ? detail.confirmedAt ?? detail.knownSince : null,
      confirmed_at: detail.confirmedAt,
      confirmed_by: detail.confirmedBy,
      confirmed_login: detail.confirmedBy === "customer" ? login : null,
      channel: detail.channel,
      review_on: reviewDay(detail.kind, detail.confirmedAt, detail.knownSince),
      created_at: detail.knownSince,
    });
  }
}

type Actors = { login: string | null; agent: string | null };
type Past = { id: string; since: string | undefined; details: Identified[]; actors: Actors };

function addHistory(rows: SeedRows, { id: customer, since, details, actors }: Past, sources: RowSources): void {
  const add = (update: { channel: string | undefined; actor_login: string | null; actor_staff: string | null; occurred_at: string | null | undefined }) => {
    const id = idAt(update.occurred_at, sources.newId());
    rows.updates.push({ id, reference: sources.nextReference(), customer_id: customer, request_id: sources.newId(), ...update });
    return id;
  };
  const imported = add({ channel: "import", actor_login: null, actor_staff: null, occurred_at: since });
  for (const { id, detail } of details) {
    const value = asJson(detail.value);
    rows.values.push({ detail_id: id, value, valid: `[${detail.knownSince},)`, known_since: detail.knownSince, update_id: imported });
    rows.items.push({ update_id: imported, detail_id: id, kind: detail.kind, op: "add", label: detail.label, before: null, after: value, version: 1 });
  }
  for (const together of Map.groupBy(details.filter(wasConfirmed), contactOf).values()) {
    const update = add({ occurred_at: together[0]?.detail.confirmedAt, ...actorOf(together[0], actors) });
    for (const { id, detail } of together) {
      const value = asJson(detail.value);
      rows.items.push({ update_id: update, detail_id: id, kind: detail.kind, op: "confirm", label: detail.label, before: value, after: value, version: 1 });
    }
  }
}

// As PostgreSQL makes them (private.new_id): version 7, which begins with the time. An import asks by it what came later.
function idAt(moment: string | null | undefined, random: string): string {
  const time = Date.parse(moment ?? "").toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

function wasConfirmed({ detail }: Identified): boolean {
  return detail.confirmedAt !== null && detail.confirmedBy !== "import" && detail.channel !== "import";
}

/** What was confirmed in one go has this in common. */
function contactOf({ detail: { confirmedAt, confirmedBy, channel } }: Identified): string {
  return `${confirmedAt} ${confirmedBy} ${channel}`;
}

function actorOf(first: Identified | undefined, { login, agent }: Actors) {
  const channel = first?.detail.channel;
  const online = channel === "online" && login !== null;
  return { channel, actor_login: online ? login : null, actor_staff: online ? null : agent };
}

function addDocuments(rows: SeedRows, customer: string, { details, documents }: SeedCustomer): void {
  const address = details.find(({ kind }) => kind === "billing_address")?.value;
  for (const { number, kind, issuedOn, amount, currency } of documents) {
    rows.documents.push({ customer_id: customer, number, kind, issued_on: issuedOn, amount, currency, address_as_issued: address });
  }
}

// Phones and emails are texts, which jsonb wants in quotes.
function asJson(value: SeedDetail["value"]): Cell {
  return typeof value === "string" ? JSON.stringify(value) : value;
}

function oldestOf(details: readonly SeedDetail[]): string | undefined {
  let oldest: string | undefined;
  for (const { knownSince } of details) if (oldest === undefined || knownSince < oldest) oldest = knownSince;
  return oldest;
}
