// Apart from the schemas, so that a page in the browser can have these words without zod.

/** Whose customers: all of them, those found by a search, the outreach queue. */
export const scopes = ["all", "search", "outreach"] as const;
export type Scope = (typeof scopes)[number];

/** One line for each customer, one line for each detail, or each customer whole. */
export const formats = ["customers_csv", "details_csv", "json_lines"] as const;
export type Format = (typeof formats)[number];

/** How many customers a search hands out at most. */
export const MOST_FOUND = 1000;

/** The fields of the forms that ask for an export. */
export const exportFields = { scope: "scope", format: "format", separator: "separator", query: "query" } as const;
