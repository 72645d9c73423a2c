import { z } from "zod";
import { checkPageSchema } from "~/caller-checks/caller-check.schema";
import { detailKinds } from "~/contact-details/contact-detail.schema";
import { detailHeading } from "~/contact-details/labels";
import type { Db } from "~/db/client.server";
import type { ChangeRow } from "./change-rows.server";
import type { Presence } from "./presence";
import { ownMistakes, type ReversalView } from "./reversal";
import { updateSchema } from "./update.schema";
import { viewUpdateForStaff } from "./update-view.server";

const reversalSchema = checkPageSchema.extend({
  country: z.string(),
  update: updateSchema,
  ownMistake: z.enum(ownMistakes),
  reversal: z.discriminatedUnion("state", [
    z.object({ state: z.enum(["possible", "undone", "email", "nothing", "beginning"]) }),
    z.object({ state: z.literal("changed"), changed: z.array(z.object({ kind: z.enum(detailKinds), label: z.string().nullable() })) }),
  ]),
});
type ReversalPage = z.infer<typeof reversalSchema>;

/** An update with whether it can be taken back. */
export function readReversal(db: Db, account: string, reference: string): Promise<ReversalPage> {
  return db.call("desk_reversal", { account, reference }, reversalSchema);
}

const reversedSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("saved"), reference: z.string() }),
  z.object({ status: z.literal("impossible") }),
]);

/** Takes an update back, whole or not at all; on the word of a caller, of somebody at the counter, or "us". */
export function reverseUpdate(db: Db, asked: { account: string; reference: string; word: Presence | "us"; requestId: string }) {
  const { account, reference, word, requestId } = asked;
  return db.call("reverse_update", { account, reference, word_of: word, request: requestId }, reversedSchema);
}

/** What would be so again, and what stands in the way. */
export function viewReversal({ update, country, ownMistake, reversal }: ReversalPage): ReversalView {
  const view = viewUpdateForStaff(update, country);
  return {
    ...view,
    ownMistake,
    state: reversal.state,
    changed: reversal.state === "changed" ? reversal.changed.map(({ kind, label }) => detailHeading(kind, label)) : [],
    again: view.rows.filter(({ op }) => op !== "confirm").map((row) => turned(row)),
  };
}

// A change the other way round: what it brought goes, and what it took comes back.
function turned(row: ChangeRow): ChangeRow {
  const op = row.op === "add" ? "remove" : row.op === "remove" ? "add" : row.op;
  return { ...row, op, before: row.after, after: row.before, notes: row.op === "change" ? [] : row.notes, planned: false };
}
