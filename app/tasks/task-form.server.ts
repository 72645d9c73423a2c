import { z } from "zod";
import { formText } from "~/form-text";
import { localPath } from "~/local-path";
import { reasonName } from "./reason-name";

const decisionSchema = z.object({
  outcome: z.enum(["accepted", "refused"]),
  reason: z.string().trim(),
  version: z.coerce.number().int().optional(),
});

/** What is decided on a task; `version` is that of the name beside which the proposal was seen. */
export type Decision = z.infer<typeof decisionSchema>;

/** What the form of a task says; throws 400 where no form of ours said it. */
export function readDecision(form: FormData, task: string): Decision {
  const { data } = decisionSchema.safeParse({
    outcome: form.get("outcome"),
    reason: formText(form, reasonName(task)),
    version: form.get("version") ?? undefined,
  });
  if (!data) throw new Response(null, { status: 400 });
  return data;
}

/** The page of the desk on which a form stood, to go back to. */
export function readBack(form: FormData, otherwise: string): string {
  const path = localPath(form.get("back"));
  return path.startsWith("/desk/tasks") ? path : otherwise;
}

/** The same page, saying what came of a task: `taken` by somebody else, for one. */
export function saying(path: string, word: "taken" | "claimed" | "released" | "handed" | "refused", task: string): string {
  const url = new URL(path, "http://here.invalid");
  for (const said of ["taken", "claimed", "released", "handed", "refused", "closed", "settled"]) url.searchParams.delete(said);
  url.searchParams.set(word, task);
  return url.pathname + url.search;
}
