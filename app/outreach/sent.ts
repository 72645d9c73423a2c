import type { Sent } from "./outreach.schema";

/** What a query string says of the reminders just sent; undefined where it says nothing. */
export function readSent(query: URLSearchParams): Sent | undefined {
  const [emails, letters, skipped] = ["emails", "letters", "skipped"].map((name) => Number(query.get(name) ?? Number.NaN));
  return isCount(emails) && isCount(letters) && isCount(skipped) ? { emails, letters, skipped } : undefined;
}

function isCount(number: number | undefined): number is number {
  return Number.isInteger(number) && Number(number) >= 0;
}

/** The query string that tells the queue's page what was sent. */
export function writeSent({ emails, letters, skipped }: Sent): string {
  return new URLSearchParams({ emails: String(emails), letters: String(letters), skipped: String(skipped) }).toString();
}
