import { z } from "zod";
import { departmentSchema } from "~/staff/department.schema";
import { commitmentStates } from "./commitment";

const moment = z.iso.datetime({ offset: true });

/** A promise as its customer reads it too; the words are null once erased. Either a person or a department made it. */
export const promiseSchema = z.object({
  id: z.uuid(),
  what: z.string().nullable(),
  dueOn: z.iso.date(),
  state: z.enum(commitmentStates),
  overdue: z.boolean(),
  settledAt: moment.nullable(),
  staff: z.string().nullable(),
  department: departmentSchema.nullable(),
});
export type CustomerPromise = z.infer<typeof promiseSchema>;

/** A promise as staff read it. */
export const commitmentSchema = promiseSchema.extend({
  note: z.uuid(),
  /** Whether the reader may say what became of it. */
  maySettle: z.boolean(),
  madeAt: moment,
  madeBy: z.string(),
  settled: z.object({ by: z.string(), reason: z.string().nullable(), at: moment }).nullable(),
  accountNumber: z.string(),
  customerName: z.string().nullable(),
});
export type Commitment = z.infer<typeof commitmentSchema>;

/** What the record shows of a customer's promises. */
export const recordCommitmentsSchema = z.object({ open: z.array(commitmentSchema), lastBroken: commitmentSchema.nullable() });
export type RecordCommitments = z.infer<typeof recordCommitmentsSchema>;
