import { z } from "zod";
import { publicDb } from "~/db/client.server";
import { readTypableCode, typableCodeHash } from "~/typable-code.server";

const answerSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("found"), link: z.uuid(), purpose: z.enum(["freeze", "undo", "stop", "review"]) }),
  z.object({ state: z.literal("unknown") }),
  z.object({ state: z.literal("limited"), retryAt: z.iso.datetime({ offset: true }) }),
]);
export type CodeAnswer = z.infer<typeof answerSchema>;

/** What a code from paper stands for, as it was typed. Each try is counted by network, unless it cannot be a code at all. */
export async function findTypedCode(typed: string, request: Request): Promise<CodeAnswer> {
  const code = readTypableCode(typed);
  if (!code) return { state: "unknown" };
  return publicDb(request).call("link_by_code", { code_hash: typableCodeHash(code) }, answerSchema);
}
