import type { Config } from "../config/config.ts";
import { readRun } from "../config/run-file.ts";
import { loadSecrets } from "../config/secrets.ts";
import { owner } from "./postgres.ts";
import { startBackend } from "./start-backend.ts";

/** What a command needs of a backend. */
export interface BackendAccess {
  apiUrl: string;
  secretKey: string;
  /** Null on Supabase, whose database we do not know. */
  databaseUrl: string | null;
}

/** Lets a command use the backend that runs; where none does, one is started for the moment. */
export async function withBackend(config: Config, use: (backend: BackendAccess) => Promise<void>): Promise<void> {
  if (config.mode === "supabase") {
    await use({ apiUrl: config.supabaseUrl, secretKey: config.secretKey, databaseUrl: null });
    return;
  }
  const run = readRun(config.dataDir);
  if (run) {
    const { secretKey, databasePassword } = await loadSecrets(config.dataDir);
    await use({ apiUrl: run.apiUrl, secretKey, databaseUrl: config.databaseUrl ?? embeddedUrl(run.postgresPort, databasePassword) });
    return;
  }
  await using backend = await startBackend(config);
  await use({ apiUrl: backend.services.supabaseUrl, secretKey: backend.services.secretKey, databaseUrl: backend.databaseUrl });
}

function embeddedUrl(port: number | null, password: string): string | null {
  return port === null ? null : `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`;
}
