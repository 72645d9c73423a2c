import { z } from "zod";
import { locales } from "~/i18n/locale";
import { departmentSchema } from "./department.schema";
import { staffRoleSchema } from "./role.schema";
import { viewedPageSchema } from "./record-view.schema";

const moment = z.iso.datetime({ offset: true });

/** Somebody who works, or worked, at the desk; `lastSeenAt` is null until they have signed in. */
export const memberSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: staffRoleSchema,
  department: departmentSchema,
  locale: z.enum(locales),
  active: z.boolean(),
  since: moment,
  lastSeenAt: moment.nullable(),
  you: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

const facts = z.object({
  name: z.string().nullish(),
  role: staffRoleSchema.optional(),
  department: departmentSchema.optional(),
  /** A department's own. */
  code: z.string().optional(),
});
export type ChangedFacts = z.infer<typeof facts>;

/** What was done about staff and departments, by whom (null: at the server) and from what to what. */
export const staffChangeSchema = z.object({
  act: z.enum(["added", "invited", "changed", "deactivated", "reactivated", "department_added", "department_renamed", "second_step_required", "second_step_optional"]),
  at: moment,
  by: z.string().nullable(),
  whom: z.string().nullable(),
  before: facts.nullable(),
  after: facts.nullable(),
});
export type StaffChange = z.infer<typeof staffChangeSchema>;

/** A look at a page about a customer, as the log of one customer knows it. */
export const customerViewSchema = z.object({ at: moment, page: viewedPageSchema, by: z.string(), role: staffRoleSchema });
export type CustomerView = z.infer<typeof customerViewSchema>;

/** The same, as the log of one member of staff knows it. */
export const memberViewSchema = z.object({ at: moment, page: viewedPageSchema, accountNumber: z.string(), customerName: z.string().nullable() });
export type MemberView = z.infer<typeof memberViewSchema>;
