import type { Config } from "../config/config.ts";
import { readRun } from "../config/run-file.ts";
import { loadSecrets } from "../config/secrets.ts";
import { secretKeyOf, servicesBeside, supabaseServices } from "../config/services.ts";
import type { Services } from "../config/services.ts";
import { owner } from "./postgres.ts";
import { startBackend } from "./start-backend.ts";

/** What a command needs of a backend. */
export interface BackendAccess {
  apiUrl: string;
  secretKey: string;
  /** For a command that runs the site's own code. */
  services: Services;
  /** Null on Supabase, whose database we do not know. */
  databaseUrl: string | null;
}

/** Lets a command use the backend that runs; where none does, one is started for the moment. */
export async function withBackend(config: Config, use: (backend: BackendAccess) => Promise<void>): Promise<void> {
  if (config.mode === "supabase") {
    await use({ apiUrl: config.supabaseUrl, secretKey: secretKeyOf(config), services: supabaseServices(config), databaseUrl: null });
    return;
  }
  const run = readRun(config.dataDir);
  if (run) {
    const secrets = await loadSecrets(config.dataDir);
    await use({
      apiUrl: run.apiUrl,
      secretKey: secrets.secretKey,
      services: servicesBeside(config, secrets, run),
      databaseUrl: config.databaseUrl ?? embeddedUrl(run.postgresPort, secrets.databasePassword),
    });
    return;
  }
  await using backend = await startBackend(config);
  await use({ apiUrl: backend.services.supabaseUrl, secretKey: backend.services.secretKey, services: backend.services, databaseUrl: backend.databaseUrl });
}

function embeddedUrl(port: number | null, password: string): string | null {
  return port === null ? null : `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`;
}
