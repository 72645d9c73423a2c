import { startBackend } from "./backend/start-backend.ts";
import { readConfig } from "./config/config.ts";
import { workerEnvironment } from "./config/services.ts";
import { firstOf } from "./run/children.ts";
import { runMain, StartError } from "./run/main.ts";
import { stopSignal } from "./run/stop-signal.ts";

/** What `npm start` needs to use this backend. */
const names = [
  "SUPABASE_URL", "SUPABASE_PUBLISHABLE_KEY", "SUPABASE_SECRET_KEY", "SUPABASE_JWT_SECRET",
  "KARTEI_SECRET", "SEND_EMAIL_HOOK_SECRET", "RESEND_API_KEY", "RESEND_BASE_URL",
];

/** `npm run backend`: the backend alone, for a site that is started apart as if on Supabase. */
await runMain(async () => {
  const signal = stopSignal();
  const config = readConfig();
  if (config.mode === "supabase") throw new StartError("SUPABASE_URL is set; there is no backend to start.");
  await using backend = await startBackend(config);
  const site = workerEnvironment(config, backend.services);
  for (const name of names) if (site[name]) console.log(`export ${name}='${site[name]}'`);
  if (backend.inboxUrl) console.log(`inbox ${backend.inboxUrl}`);
  console.log(`ready ${backend.services.supabaseUrl}`);
  const sentence = await firstOf(signal, backend.ended);
  if (sentence) throw new StartError(sentence);
});
