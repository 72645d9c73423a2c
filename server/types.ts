import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { withBackend } from "./backend/with-backend.ts";
import { projectRoot, readConfig } from "./config/config.ts";
import { runMain, StartError } from "./run/main.ts";

/** `npm run types`: writes `app/db/database.types.ts` from the database as migrated. */
await runMain(async () => {
  const file = join(projectRoot, "app/db/database.types.ts");
  await withBackend(readConfig(), ({ databaseUrl }) => {
    if (!databaseUrl) throw new StartError("SUPABASE_URL is set; types are made from the embedded database or DATABASE_URL.");
    writeFileSync(file, generate(databaseUrl));
    return Promise.resolve();
  });
  console.log(`wrote ${file}`);
});

function generate(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("sslmode", "disable");
  return execFileSync(
    join(projectRoot, "node_modules/.bin/supabase"),
    ["gen", "types", `--remote=${url.href}`, "--schema", "public", "--workdir", projectRoot],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
}
