/** A table that a seed fills, and the columns it gives; the others take their defaults. */
export interface SeedTable {
  name: string;
  columns: readonly string[];
}

/** By the name that `rowsOf` gives their rows, in the order in which they refer to each other. */
export const seedTables = {
  customers: {
    name: "public.customers",
    columns: ["id", "account_number", "kind", "locale", "country", "birth_date", "yearly_spend", "contact_by", "reminders_opt_out", "created_at"],
  },
  logins: { name: "public.logins", columns: ["id", "customer_id", "email", "name", "role", "origin"] },
  details: {
    name: "public.contact_details",
    columns: [
      "id", "customer_id", "kind", "label", "site_id", "is_primary", "verified_at", "confirmed_at", "confirmed_by", "confirmed_login",
      "channel", "review_on", "created_at",
    ],
  },
  updates: {
    name: "public.updates",
    columns: ["id", "reference", "customer_id", "channel", "actor_login", "actor_staff", "request_id", "occurred_at"],
  },
  items: { name: "public.update_items", columns: ["update_id", "detail_id", "kind", "op", "label", "before", "after", "version"] },
  values: { name: "public.contact_detail_values", columns: ["detail_id", "value", "valid", "known_since", "update_id"] },
  documents: {
    name: "public.documents",
    columns: ["customer_id", "number", "kind", "issued_on", "amount", "currency", "address_as_issued"],
  },
} as const satisfies Record<string, SeedTable>;
