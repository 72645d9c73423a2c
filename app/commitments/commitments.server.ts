import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Db } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { meSchema } from "~/desk/me.schema";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { paths } from "~/paths";
import { reasonName, type SettledState, type UnkeptState } from "./commitment";
import { commitmentSchema } from "./commitment.schema";
import { viewCommitment } from "./commitment-view.server";

/** Which open promises the page lists. */
export const commitmentLists = ["mine", "team", "today", "overdue"] as const;
export type CommitmentList = (typeof commitmentLists)[number];

const counts = z.object({ mine: z.number(), team: z.number(), today: z.number(), overdue: z.number() });
const listSchema = z.object({
  me: meSchema,
  commitments: z.array(commitmentSchema),
  counts,
  drafts: z.array(z.object({ accountNumber: z.string(), customerName: z.string().nullable(), startedAt: z.iso.datetime({ offset: true }) })),
});

/** How many promises a page lists. */
const PAGE = 100;

/** Where a page begins: behind a promise and its day. */
const placeSchema = z.object({ day: z.iso.date(), after: z.uuid() });

/**
 * A hundred open promises of a list, soonest due first, how many there are in each, and the notes that the reader has not
 * saved yet. `searchParams` may name the promise and the day behind which the page begins; `next` is the address of the
 * page behind this one.
 */
export async function readCommitments(db: Db, which: CommitmentList, searchParams: URLSearchParams) {
  const place = placeSchema.safeParse(Object.fromEntries(searchParams)).data;
  const page = await db.call("desk_commitments", { which, after_day: place?.day, after_id: place?.after }, listSchema);
  const last = page.commitments.length === PAGE ? page.commitments.at(-1) : undefined;
  return { ...page, next: last && paths.commitmentsAfter(which, last.dueOn, last.id) };
}

const pageSchema = z.object({ me: meSchema, commitment: commitmentSchema });

/** One promise; the database logs the look. */
export function readCommitment(db: Db, commitment: string) {
  return db.call("desk_commitment", { commitment }, pageSchema);
}

/** Says what became of a promise; the reason is for those that were not kept. */
export function settleCommitment(db: Db, commitment: string, act: SettledState, reason?: string) {
  return db.call("settle_commitment", { commitment, act, reason }, z.null());
}

/**
 * Answers the form that says that a promise was not kept or was taken back, with the reason that it gives: leads to the
 * promise's page, which tells where somebody else was quicker, or shows it again where the reason was refused.
 */
export async function settleUnkept(db: Db, id: string, act: UnkeptState, form: FormData) {
  const typed = formText(form, reasonName(act)).trim();
  try {
    await settleCommitment(db, id, act, typed);
    return redirect(paths.commitment(id));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "commitment_is_settled") return redirect(`${paths.commitment(id)}?settled`);
    const { me, commitment } = await readCommitment(db, id);
    return data({ me, commitment: viewCommitment(commitment), refused: { act, typed, error: errorText(error.messageKey) } }, { status: error.status });
  }
}

/** Opens the tasks for promises that are nearly due or overdue. Returns how many. */
export function remindOfCommitments(db: Db) {
  return db.call("remind_of_commitments", {}, z.number().int());
}
