import { setTimeout as sleep } from "node:timers/promises";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import { type Db, workerDb } from "~/db/client.server";
import { supabase } from "~/env.server";
import { errorTrace } from "~/error-trace.server";
import { type MailHandled, mailsClaimed, type MailsClaimed, mailsHandled } from "~/signals.server";
import type { Mail } from "~emails/index";
import { compose } from "./compose.server";
import { linkToken, tokenHash } from "./link-token.server";
import { type Claimed, claimedSchema, type Leased, leasedSchema } from "./outbox.schema";
import { renderMail } from "./render";
import { type Fate, send, Unanswered } from "./resend.server";

const BATCH = 5;
/** Seconds for which a claimed batch is ours; each of its mails times out long before. */
const LEASE_SECONDS = 120;
const AUTH_TIMEOUT_MS = 15_000;
const IDLE_MS = 500;
const AFTER_TROUBLE_MS = 5_000;

/**
 * Sends what the outbox holds until `signal` ends it; then it finishes the mail in hand and leaves the others that it
 * has claimed to the next. Any number of workers may run: the database hands each row to one of them. A worker that
 * dies leaves its rows to the next when their lease has run out, and the idempotency key (the row's id) keeps a mail
 * that had already left from leaving twice. `worker` is the name by which the database sees that this one works.
 */
export async function sendMails({ signal, worker }: { signal: AbortSignal; worker: string }): Promise<void> {
  const db = workerDb();
  const { url, publishableKey } = supabase();
  const auth = createClient(url, publishableKey, {
    auth: { persistSession: false },
    global: { fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(AUTH_TIMEOUT_MS) }) },
  });
  const stopping = () => signal.aborted;
  while (!stopping()) {
    try {
      const leased = await db.call("outbox_claim", { batch: BATCH, lease_seconds: LEASE_SECONDS, worker }, leasedSchema);
      if (leased.length > 0) mailsClaimed.publish(countKinds(leased));
      for (const one of leased) await (stopping() ? release(one, db) : deliver(one, db, auth));
      if (leased.length === 0) await rest(IDLE_MS, signal);
    } catch (error) {
      console.error(JSON.stringify({ time: new Date().toISOString(), what: "error", ...errorTrace(error) }));
      await rest(AFTER_TROUBLE_MS, signal);
    }
  }
}

function countKinds(leased: Leased[]): MailsClaimed {
  const kinds: MailsClaimed = {};
  for (const { kind } of leased) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

async function deliver(leased: Leased, db: Db, auth: SupabaseClient): Promise<void> {
  const began = performance.now();
  const { data: claimed, error } = claimedSchema.safeParse(leased);
  const fate: Fate = claimed
    ? await attempt(claimed, db, auth).catch((reason: unknown) => ({ outcome: "later", seconds: 30, error: reasonFor(reason) }))
    : { outcome: "never", error: `unreadable: ${z.prettifyError(error)}` };
  await mark(leased, fate, db);
  tell(leased, handled[fate.outcome], performance.now() - began);
}

// What staff read beside the mail; other errors' messages may repeat a value of it.
function reasonFor(reason: unknown): string {
  return reason instanceof Unanswered ? reason.message : errorTrace(reason).error;
}

const handled = { sent: "sent", wait: "retried", later: "retried", never: "failed", uncertain: "uncertain", cancelled: "cancelled" } as const;

function tell({ id, kind }: Leased, outcome: MailHandled["outcome"], ms: number): void {
  mailsHandled.publish({ id, kind, outcome, ms } satisfies MailHandled);
}

/** Gives a mail back that was not tried, for another worker to take at once. */
async function release(leased: Leased, db: Db): Promise<void> {
  await db.call("outbox_mark", { id: leased.id, lease: leased.lease, outcome: "wait", retry_seconds: 0 }, z.boolean());
  tell(leased, "released", 0);
}

function attempt(claimed: Claimed, db: Db, auth: SupabaseClient): Promise<Fate> {
  return claimed.kind === "code" ? deliverCode(claimed, auth) : deliverMail(claimed, db);
}

/** Has Auth send a code to those who may come in; tells the others that there is no account. */
async function deliverCode({ id, locale, content }: Extract<Claimed, { kind: "code" }>, auth: SupabaseClient): Promise<Fate> {
  if (content.tooLate) return { outcome: "cancelled" };
  if (!content.known && content.purpose !== "sign_in") return { outcome: "cancelled" };
  if (!content.known) return send(content.to, await renderMail({ kind: "sign_in_unknown", locale }), id);
  const { error } = await auth.auth.signInWithOtp({ email: content.to });
  // Auth's sentences may name the address.
  return error ? { outcome: "later", seconds: 10, error: error.code ?? error.name } : { outcome: "sent", providerId: null };
}

async function deliverMail(claimed: Exclude<Claimed, { kind: "code" }>, db: Db): Promise<Fate> {
  const mail = compose(claimed);
  if (!mail) return { outcome: "cancelled" };
  if ("linkId" in claimed.content && claimed.content.linkId) await armLink(claimed, claimed.content.linkId, db);
  return sendMail(claimed, mail);
}

async function sendMail({ id, content }: Claimed, mail: Mail): Promise<Fate> {
  return send(content.to, await renderMail(mail), id);
}

// The link must work from the moment its mail arrives, so the database learns its hash before.
async function armLink({ id, lease }: Claimed, linkId: string, db: Db): Promise<void> {
  const armed = await db.call("outbox_arm_link", { id, lease, token_hash: tokenHash(linkToken(linkId)) }, z.boolean());
  if (!armed) throw new Error("the lease has passed to another worker");
}

async function mark({ id, lease }: Leased, fate: Fate, db: Db): Promise<void> {
  const outcome = { sent: "sent", wait: "wait", later: "retry", never: "failed", uncertain: "uncertain", cancelled: "cancelled" }[fate.outcome];
  await db.call("outbox_mark", {
    id,
    lease,
    outcome,
    provider_id: fate.outcome === "sent" ? fate.providerId ?? undefined : undefined,
    error: "error" in fate ? fate.error : undefined,
    retry_seconds: "seconds" in fate ? fate.seconds : undefined,
  }, z.boolean());
}
