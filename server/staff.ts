import { parseArgs } from "node:util";
import { z } from "zod";
import { serviceClient } from "./backend/configure.ts";
import { withBackend } from "./backend/with-backend.ts";
import { readConfig } from "./config/config.ts";
import { runMain, StartError } from "./run/main.ts";

const roles = ["agent", "outreach", "supervisor", "admin"] as const;
const usage = `write: npm run staff -- add EMAIL --role ${roles.join("|")} [--name NAME]`;

const command = z.object({
  email: z.email("the email address is not one"),
  role: z.enum(roles, `--role must be one of ${roles.join(", ")}`),
  name: z.string().trim().min(1, "--name is empty").max(200, "--name is longer than 200 characters"),
});

/** `npm run staff -- add EMAIL --role ROLE [--name NAME]`: adds a member of staff, or gives one another role. */
await runMain(async () => {
  const member = readCommand(process.argv.slice(2));
  await withBackend(readConfig(), async ({ apiUrl, secretKey }) => {
    const { error } = await serviceClient(apiUrl, secretKey).rpc("staff_add", member);
    if (error) throw new StartError(`${member.email} was not added (${error.message}).`);
  });
  console.log(`${member.email} may sign in as ${member.role}.`);
});

function readCommand(argv: string[]): z.infer<typeof command> {
  const { values, positionals } = parse(argv);
  const [action, email, ...rest] = positionals;
  if (action !== "add" || email === undefined || rest.length > 0) throw new StartError(usage);
  const result = command.safeParse({ email, role: values.role, name: values.name ?? email.split("@")[0] });
  if (!result.success) throw new StartError(`${result.error.issues[0]?.message ?? "that cannot be read"}; ${usage}`);
  return result.data;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { role: { type: "string" }, name: { type: "string" } } });
  } catch {
    throw new StartError(usage);
  }
}
