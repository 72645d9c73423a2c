import { z } from "zod";
import { commitmentSchema } from "~/commitments/commitment.schema";
import { concernSchema } from "~/concerns/concern.schema";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { taskSchema } from "~/tasks/task.schema";
import { departmentSchema } from "./department.schema";
import type { Invitee, Profile } from "./member-form.server";
import { customerViewSchema, memberSchema, memberViewSchema, staffChangeSchema } from "./staff.schema";

const staffSchema = z.object({
  me: meSchema,
  staff: z.array(memberSchema),
  departments: z.array(departmentSchema.extend({ members: z.number().int() })),
  secondStep: z.object({ offered: z.boolean(), required: z.boolean() }),
  changes: z.array(staffChangeSchema),
});
export type StaffOverview = z.infer<typeof staffSchema>;

/** All staff, departments, the rule about the second step, and what was done last; for admins. */
export function readStaff(db: Db): Promise<StaffOverview> {
  return db.call("desk_staff", {}, staffSchema);
}

const memberPageSchema = z.object({
  me: meSchema,
  member: memberSchema,
  departments: z.array(departmentSchema),
  inHand: z.object({
    tasks: z.array(taskSchema),
    concerns: z.array(concernSchema.extend({ accountNumber: z.string(), customerName: z.string().nullable() })),
    promises: z.array(commitmentSchema),
    drafts: z.array(z.object({ accountNumber: z.string(), customerName: z.string().nullable(), startedAt: z.iso.datetime({ offset: true }) })),
  }),
  changes: z.array(staffChangeSchema),
  views: z.array(memberViewSchema),
});
export type MemberPage = z.infer<typeof memberPageSchema>;

/** One member of staff with what they have in hand and whose records they looked at before a moment (the last without one). */
export function readMember(db: Db, member: string, before?: string): Promise<MemberPage> {
  return db.call("desk_staff_member", { member, before }, memberPageSchema);
}

const invitedSchema = z.object({ status: z.enum(["invited", "here_already", "left"]), member: z.uuid() });

/** Adds somebody and mails them the way to sign in; an address that is a member's already adds nobody. */
export function inviteStaff(db: Db, { email, name, role, department, locale }: Invitee) {
  return db.call("invite_staff", { email, name, role, department, locale }, invitedSchema);
}

const invitedAgainSchema = z.object({ status: z.enum(["invited", "just_invited", "here_already"]) });
export type InvitedAgain = z.infer<typeof invitedAgainSchema>["status"];

/** Mails the invitation once more, unless the last one has only just gone or the person has been here. */
export async function inviteAgain(db: Db, member: string): Promise<InvitedAgain> {
  return (await db.call("invite_again", { member }, invitedAgainSchema)).status;
}

/** Changes what somebody is called, may do, and belongs to. */
export function changeStaff(db: Db, member: string, { name, role, department }: Profile) {
  return db.call("change_staff", { member, name, role, department }, z.null());
}

/** Lets somebody in no more, at once, or again. */
export function setStaffActive(db: Db, member: string, active: boolean) {
  return db.call("set_staff_active", { member, active }, z.null());
}

export function addDepartment(db: Db, name: string) {
  return db.call("add_department", { name }, z.null());
}

export function renameDepartment(db: Db, code: string, name: string) {
  return db.call("rename_department", { code, name }, z.null());
}

/** Asks all staff for the second step of signing in, or leaves it to each of them. */
export function requireSecondStep(db: Db, required: boolean) {
  return db.call("require_second_step", { required }, z.null());
}

const viewsSchema = z.object({ me: meSchema, accountNumber: z.string(), customerName: z.string().nullable(), views: z.array(customerViewSchema) });

/** Who looked at a customer's pages before a moment (the last without one), a hundred looks; for supervisors. */
export function readRecordViews(db: Db, account: string, before?: string) {
  return db.call("desk_record_views", { account, before }, viewsSchema);
}
