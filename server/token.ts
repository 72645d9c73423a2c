import { parseArgs } from "node:util";
import { z } from "zod";
import { hashOfToken, makeToken } from "../app/make-token.server.ts";
import { serviceClient } from "./backend/configure.ts";
import { withBackend } from "./backend/with-backend.ts";
import { readConfig } from "./config/config.ts";
import { runMain, StartError } from "./run/main.ts";

const scopes = ["changes", "metrics"] as const;
const usage = `write: npm run token -- add NAME --scope ${scopes.join("|")}, or: npm run token -- revoke NAME`;

const command = z.discriminatedUnion("action", [
  z.object({ action: z.literal("add"), name: z.string().trim().min(1).max(100), scope: z.enum(scopes, `--scope must be one of ${scopes.join(", ")}`) }),
  z.object({ action: z.literal("revoke"), name: z.string() }),
]);

/**
 * `npm run token -- add NAME --scope SCOPE` makes a token for another system and prints it, this once;
 * `npm run token -- revoke NAME` ends it.
 */
await runMain(async () => {
  const asked = readCommand(process.argv.slice(2));
  await withBackend(readConfig(), async ({ apiUrl, secretKey }) => {
    const db = serviceClient(apiUrl, secretKey);
    if (asked.action === "revoke") await revoke(db, asked.name);
    else await add(db, asked.name, asked.scope);
  });
});

async function add(db: ReturnType<typeof serviceClient>, name: string, scope: string): Promise<void> {
  const token = makeToken();
  const { error } = await db.rpc("token_add", { name, scope, token_hash: hashOfToken(token) });
  if (error) throw new StartError(`the token was not made (${error.message === "token_name_taken" ? "there is one with this name" : error.message}).`);
  console.log(token);
}

async function revoke(db: ReturnType<typeof serviceClient>, name: string): Promise<void> {
  const answer = await db.rpc("token_revoke", { name });
  if (answer.error) throw new StartError(`the token was not revoked (${answer.error.message}).`);
  if (answer.data !== true) throw new StartError(`there is no token with the name ${name}.`);
  console.log(`${name} lets nobody in any more.`);
}

function readCommand(argv: string[]): z.infer<typeof command> {
  const { values, positionals } = parse(argv);
  const [action, name, ...rest] = positionals;
  const result = command.safeParse({ action, name, scope: values.scope });
  if (rest.length > 0 || !result.success) throw new StartError(usage);
  return result.data;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { scope: { type: "string" } } });
  } catch {
    throw new StartError(usage);
  }
}
