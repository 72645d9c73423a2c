import { spawn } from "node:child_process";
import { once } from "node:events";
import { projectRoot } from "../../server/config/config.ts";
import type { Product } from "./product.ts";

/** A worker in a process of its own. Disposing ends it in order. */
export interface WorkerProcess extends AsyncDisposable {
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
}

/** Starts the real worker over a backend, with mails going to `resendUrl`; `more` goes into its environment. */
export function startWorker(backend: Product, resendUrl: string, more: Record<string, string> = {}): WorkerProcess {
  const child = spawn(process.execPath, ["server/worker.ts"], {
    cwd: projectRoot,
    env: {
      PATH: process.env.PATH, NODE_ENV: "production", SITE_URL: backend.siteUrl, SUPABASE_URL: backend.apiUrl,
      SUPABASE_PUBLISHABLE_KEY: backend.publishableKey, SUPABASE_SECRET_KEY: backend.secretKey,
      KARTEI_SECRET: backend.karteiSecret, RESEND_API_KEY: "re_test", RESEND_BASE_URL: resendUrl,
      ...more,
    },
    stdio: "ignore",
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  return { kill: () => end("SIGKILL"), [Symbol.asyncDispose]: () => end("SIGTERM") };
}
