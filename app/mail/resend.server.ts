import { Resend } from "resend";
import { resend as settings } from "~/env.server";
import { company } from "../../kartei.config";
import type { RenderedMail } from "./render";

/** Milliseconds after which Resend counts as silent; well below the lease of a claim. */
const TIMEOUT_MS = 20_000;

/** What became of a mail: `wait` and `later` name seconds; nobody knows of an `uncertain` one whether it has left. */
export type Fate =
  | { outcome: "sent"; providerId: string | null }
  | { outcome: "wait" | "later"; seconds: number; error: string }
  | { outcome: "never" | "uncertain"; error: string }
  | { outcome: "cancelled" };

/** Resend was not reached or has not answered; nobody knows whether it sent. Its message holds nothing of the mail. */
export class Unanswered extends Error {}

let client: Resend | undefined;

/**
 * Sends one mail through Resend. The same key sends once within 24 hours. Throws `Unanswered` when Resend cannot be
 * reached, and then nobody knows whether it was sent: the same key must be tried again.
 */
export async function send(to: string, mail: RenderedMail, idempotencyKey: string): Promise<Fate> {
  const { apiKey, baseUrl } = settings();
  client ??= new Resend(apiKey, { baseUrl });
  const { data, error } = await withTimeout(client.emails.send({ from: company.mailFrom, to, ...mail }, { idempotencyKey }));
  if (!error) return { outcome: "sent", providerId: data.id };
  if (error.statusCode === null) throw new Unanswered(error.message);
  // Resend knows the key from a body that read differently, and does not say what became of that.
  if (error.name === "invalid_idempotent_request") return { outcome: "uncertain", error: error.name };
  if (error.statusCode === 429 || error.statusCode === 409) return { outcome: "wait", seconds: 5, error: error.name };
  if (error.statusCode >= 500) return { outcome: "later", seconds: 30, error: error.name };
  return { outcome: "never", error: `${error.name}: ${error.message}` };
}

async function withTimeout<T>(sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new Unanswered("Resend did not answer in time")); }, TIMEOUT_MS);
  });
  return Promise.race([sending, late]).finally(() => { clearTimeout(timer); });
}
