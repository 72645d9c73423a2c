/** What became of the last answer to a question, as the record's address tells it. */
export const askedOutcomes = ["right", "declined", "overtaken"] as const;
export type AskedOutcome = (typeof askedOutcomes)[number];
