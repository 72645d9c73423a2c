import { watchCommitments } from "./commitments/commitment-worker.server";
import { runImports } from "./imports/import-worker.server";
import { sendMails } from "./mail/worker.server";
import { watchDrafts } from "./notes/note-worker.server";
import { sendWebhooks } from "./webhooks/sender.server";

/**
 * Sends mails and webhooks, does what imports ask for, reminds of promises and forgets old drafts, beside each other, until
 * `signal` ends it. Any number of workers may run; `worker` is the name by which the database sees that this one works.
 */
export async function runWorker({ signal, worker }: { signal: AbortSignal; worker: string }): Promise<void> {
  await Promise.all([sendMails({ signal, worker }), sendWebhooks({ signal }), runImports({ signal }), watchCommitments({ signal }), watchDrafts({ signal })]);
}
