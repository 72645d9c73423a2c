import type { LocalConfig, Resend } from "../config/config.ts";
import { writeRun } from "../config/run-file.ts";
import { loadSecrets } from "../config/secrets.ts";
import type { Secrets } from "../config/secrets.ts";
import { localServices } from "../config/services.ts";
import type { Services } from "../config/services.ts";
import { takeLock } from "../run/lock.ts";
import { freePort } from "../run/ports.ts";
import { assertSafeAuth } from "./auth-settings.ts";
import { bootstrapEmbedded, bootstrapOwn } from "./bootstrap.ts";
import { configureDatabase } from "./configure.ts";
import { assertSeedFinished, loadDemoOnce } from "./demo.ts";
import { startInbox } from "./inbox.ts";
import { createLite } from "./lite.ts";
import { migrate } from "./migrate.ts";
import { startPostgres } from "./postgres.ts";
import { sendEmailHookDriver } from "./send-email-hook.ts";

/** A backend that runs in this process. Disposing stops all of it, in reverse order. */
export interface Backend extends AsyncDisposable {
  services: Services;
  /** The page with the mails, or null where they are really sent. */
  inboxUrl: string | null;
  /** The database's owner may connect here. */
  databaseUrl: string;
  /** Resolve with a sentence when a part ends by itself. */
  ended: Promise<string>[];
}

interface Database {
  url: string;
  /** Null for one's own. */
  port: number | null;
  ended: Promise<string>[];
}

/**
 * Starts PostgreSQL (unless there is one), Supabase Lite and the inbox, migrated, configured and filled.
 * Throws a `StartError` when the data folder is taken or a part does not start; whatever ran by then is stopped.
 */
export async function startBackend(config: LocalConfig): Promise<Backend> {
  await using starting = new AsyncDisposableStack();
  starting.use(takeLock(config.dataDir));
  const secrets = await loadSecrets(config.dataDir);
  const database = await startDatabase(config, secrets, starting);
  const apiUrl = await startApi(config, secrets, database.url, starting);
  if (config.mode === "embedded") await loadDemoOnce(database.url);
  const { resend, inboxUrl } = config.resend ? { resend: config.resend, inboxUrl: null } : await startMail(config, starting);
  starting.use(writeRun(config.dataDir, { siteUrl: config.siteUrl, apiUrl, inboxUrl, postgresPort: database.port }));
  const running = starting.move();
  return {
    services: localServices(config, secrets, apiUrl, resend),
    inboxUrl,
    databaseUrl: database.url,
    ended: database.ended,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function startDatabase(config: LocalConfig, secrets: Secrets, starting: AsyncDisposableStack): Promise<Database> {
  if (config.databaseUrl) {
    await bootstrapOwn(config.databaseUrl);
    return { url: config.databaseUrl, port: null, ended: [] };
  }
  const port = config.ports.postgres ?? (await freePort());
  const { ended } = starting.use(await startPostgres(config.dataDir, port, secrets));
  return { url: await bootstrapEmbedded(port, secrets), port, ended: [ended] };
}

// Lite reads the schema at its first request and grants rights then: everything must stand before,
// and that request must be alone.
async function startApi(config: LocalConfig, secrets: Secrets, databaseUrl: string, starting: AsyncDisposableStack): Promise<string> {
  const port = config.ports.api ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const email = sendEmailHookDriver({ url: config.sendEmailHookUrl, secret: secrets.sendEmailHookSecret, siteUrl: config.siteUrl });
  const lite = starting.use(createLite(databaseUrl, config.siteUrl, secrets, email));
  await lite.createAuthSchema();
  await migrate(databaseUrl);
  await assertSeedFinished(databaseUrl);
  await lite.listen(port);
  await configureDatabase(url, secrets.secretKey, config.karteiSecret ?? secrets.karteiSecret);
  await assertSafeAuth(url, secrets.publishableKey);
  return url;
}

async function startMail(config: LocalConfig, starting: AsyncDisposableStack): Promise<{ resend: Resend; inboxUrl: string }> {
  const inbox = starting.use(await startInbox(config.ports.inbox ?? (await freePort())));
  return { resend: { apiKey: "re_local", baseUrl: inbox.url }, inboxUrl: inbox.pageUrl };
}
