import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { StartError } from "../run/main.ts";

const secretsSchema = z.object({
  /** Of the embedded PostgreSQL's superuser, who only prepares the database. */
  databaseAdminPassword: z.string(),
  /** Of the embedded PostgreSQL's owner. */
  databasePassword: z.string(),
  jwtSecret: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  karteiSecret: z.string(),
  sendEmailHookSecret: z.string(),
});

/** What the local backend and the site share; kept in the data folder, readable by its owner alone. */
export type Secrets = z.infer<typeof secretsSchema>;

/** The data folder's secrets, made up on the first call. Throws a `StartError` when the file is damaged. */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, "secrets.json");
  if (existsSync(file)) return readSecrets(file);
  const secrets = await makeSecrets();
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return secrets;
}

function readSecrets(file: string): Secrets {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new StartError(`${file} cannot be read; restore it, or start over with npm run reset.`);
  }
}

// Servers and workers read secrets too, and shall not load all of Lite for the keys' making.
async function makeSecrets(): Promise<Secrets> {
  const { generateApiKey } = await import("@supabase/lite");
  return {
    databaseAdminPassword: random(),
    databasePassword: random(),
    jwtSecret: random(),
    publishableKey: (await generateApiKey("publishable")).key,
    secretKey: (await generateApiKey("secret")).key,
    karteiSecret: random(),
    sendEmailHookSecret: `v1,whsec_${randomBytes(32).toString("base64")}`,
  };
}

function random(): string {
  return randomBytes(32).toString("hex");
}
