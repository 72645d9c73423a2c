import { assertSafeAuth } from "../backend/auth-settings.ts";
import { configureDatabase } from "../backend/configure.ts";
import { StartError } from "../run/main.ts";
import { readConfig, variables } from "./config.ts";
import type { LocalConfig, SupabaseConfig } from "./config.ts";
import { readRun } from "./run-file.ts";
import { loadSecrets } from "./secrets.ts";
import { servicesBeside, siteServices, supabaseServices, webEnvironment, workerEnvironment } from "./services.ts";

type Part = "web" | "worker";

/**
 * Gives this process the environment of its part. A child of `npm start` has been given it; one that is started by
 * itself joins the backend that runs on the data folder, or Supabase. Throws a `StartError` where there is none.
 */
export async function takeEnvironment(part: Part): Promise<void> {
  if (process.send) return;
  const config = readConfig();
  const environment = config.mode === "supabase" ? await onSupabase(config, part) : await besideBackend(config, part);
  enterEnvironment(environment);
}

/** Makes an environment this process's own, and not one variable more: a web server must not hold the secret key, even where it was told it. */
export function enterEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of variables) delete process.env[name];
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) process.env[name] = value;
}

// Only a worker has the key to tell the database what it must know of the configuration.
async function onSupabase(config: SupabaseConfig, part: Part): Promise<NodeJS.ProcessEnv> {
  await assertSafeAuth(config.supabaseUrl, config.publishableKey);
  if (part === "web") return webEnvironment(config, siteServices(config));
  const services = supabaseServices(config);
  await configureDatabase(services.supabaseUrl, services.secretKey, services.karteiSecret);
  return workerEnvironment(config, services);
}

// People open the site at one address, however many servers stand behind it.
async function besideBackend(config: LocalConfig, part: Part): Promise<NodeJS.ProcessEnv> {
  const run = readRun(config.dataDir);
  if (!run) throw new StartError(`no Kartei runs on ${config.dataDir}; start one with npm start or npm run backend.`);
  const services = servicesBeside(config, await loadSecrets(config.dataDir), run);
  const site = { ...config, siteUrl: run.siteUrl };
  return part === "web" ? webEnvironment(site, services) : workerEnvironment(site, services);
}
