import { z } from "zod";
import { serverDb } from "~/db/client.server";
import { hashOfToken } from "~/make-token.server";
import { countDurations } from "./durations";
import { type MailOutcome, processSchema, queueSchema, sendsSchema } from "./system.schema";

/** A scrape is short, and so is the time that a process has to end. */
const TIMEOUT_MS = 2000;
/** As long as pages may wait for the database: one that only is slow still serves them. */
const PATIENCE_MS = 8000;

/** The versions of the migrations that the database has had. Throws a `Refusal` where it does not answer us. */
export function readMigrations(): Promise<string[]> {
  return serverDb(PATIENCE_MS).call("watch_migrations", {}, z.array(z.string()));
}

const queuesSchema = z.object({ queues: z.array(queueSchema), processes: z.array(processSchema), sends: sendsSchema });

/** What waits in the queues, what became of the mails of the last hour, and which processes were seen lately. */
export function readQueues(): Promise<z.infer<typeof queuesSchema>> {
  return serverDb(TIMEOUT_MS).call("watch_queues", {}, queuesSchema);
}

/** Whether an `Authorization` header shows an access token that an admin made for the metrics; no, where the database does not answer. */
export async function admitsToMetrics(authorization: string | undefined): Promise<boolean> {
  const token = /^Bearer (kartei_\S{1,200})$/.exec(authorization ?? "")?.[1];
  if (token === undefined) return false;
  return serverDb(TIMEOUT_MS).call("watch_admit", { token_hash: hashOfToken(token) }, z.null()).then(() => true, () => false);
}

/** A process of ours, as it makes itself known. */
export interface ProcessIdentity {
  id: string;
  kind: "web" | "worker";
  release: string;
}

/** All that a process counted in a minute: a server its requests (their durations in milliseconds), a worker its mails. */
export interface MinuteFigures {
  requests?: number;
  errors?: number;
  durations?: number[];
  sends?: Partial<Record<MailOutcome, number>>;
}

/** Tells the database what a process counted in a minute; with `leaving`, that it ends now. The same minute told again replaces. */
export async function reportMinute({ id, kind, release }: ProcessIdentity, minute: Date, { durations, sends, ...counts }: MinuteFigures, leaving: boolean): Promise<void> {
  const figures = { ...counts, ...sends, ...(durations && { durations: countDurations(durations) }) };
  await serverDb(TIMEOUT_MS).call("watch_report", { process: id, kind, release, minute: minute.toISOString(), figures, leaving }, z.null());
}
