import type { SeedCustomer, SeedDetail } from "./seed-customer.ts";

/** Rows as the tables take them, ready for `jsonb_to_recordset`; keys are the columns' names. */
export type SeedRows = Record<"customers" | "logins" | "details" | "values" | "updates" | "items" | "documents", object[]>;

/**
 * The rows of customers with a history that could have led there: an import of everything when the oldest detail
 * became known, then one update for each time something was confirmed, by a login or by one of `agents`.
 */
export function rowsOf(customers: SeedCustomer[], agents: string[], newId: () => string): SeedRows {
  const rows: SeedRows = { customers: [], logins: [], details: [], values: [], updates: [], items: [], documents: [] };
  for (const customer of customers) addCustomer(rows, customer, agents, newId);
  return rows;
}

function addCustomer(rows: SeedRows, customer: SeedCustomer, agents: string[], newId: () => string): void {
  const id = newId();
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
    created_at: oldest(customer.details),
  });
  const logins = customer.logins.map((login) => ({ id: newId(), customer_id: id, origin: "import", ...login }));
  rows.logins.push(...logins);
  const details = customer.details.map((detail) => ({ id: newId(), detail }));
  addDetails(rows, id, details, logins[0]?.id ?? null);
  addHistory(rows, id, details, { login: logins[0]?.id ?? null, agent: agents[Number(customer.accountNumber) % agents.length] ?? null }, newId);
  addDocuments(rows, id, customer);
}

type Identified = { id: string; detail: SeedDetail };

function addDetails(rows: SeedRows, customer: string, details: Identified[], login: string | null): void {
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
      known_since: detail.knownSince,
      created_at: detail.knownSince,
    });
    rows.values.push({ detail_id: id, value: detail.value, known_since: detail.knownSince });
  }
}

type Actors = { login: string | null; agent: string | null };

function addHistory(rows: SeedRows, customer: string, details: Identified[], actors: Actors, newId: () => string): void {
  const imported = newId();
  rows.updates.push({ id: imported, customer_id: customer, channel: "import", occurred_at: oldest(details.map(({ detail }) => detail)), request_id: newId() });
  for (const { id, detail } of details) {
    rows.items.push({ update_id: imported, detail_id: id, kind: detail.kind, op: "add", label: detail.label, before: null, after: detail.value });
  }
  for (const [moment, together] of Map.groupBy(details.filter(wasConfirmed), ({ detail }) => detail.confirmedAt)) {
    const update = newId();
    rows.updates.push({ id: update, customer_id: customer, occurred_at: moment, request_id: newId(), ...actorOf(together[0], actors) });
    for (const { id, detail } of together) {
      rows.items.push({ update_id: update, detail_id: id, kind: detail.kind, op: "confirm", label: detail.label, before: detail.value, after: detail.value });
    }
  }
}

function wasConfirmed({ detail }: Identified): boolean {
  return detail.confirmedAt !== null && detail.confirmedBy !== "import" && detail.channel !== "import";
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

function oldest(details: SeedDetail[]): string | undefined {
  return details.map(({ knownSince }) => knownSince).toSorted()[0];
}
