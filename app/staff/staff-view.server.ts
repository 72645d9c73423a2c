import { getLocale, languageName } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longDay, shortMoment } from "~/i18n/times";
import type { Tone } from "~/ui/tone";
import { departmentWord } from "./department";
import { viewedPageWord } from "./record-view.schema";
import { roleWord } from "./role";
import type { ChangedFacts, CustomerView, Member, MemberView, StaffChange } from "./staff.schema";
import type { MemberPage, StaffOverview } from "./staff.server";

/** A member of staff as pages show them. */
export function viewMember(member: Member) {
  const { id, email, name, you, lastSeenAt, since, locale } = member;
  return {
    id,
    email,
    name,
    you,
    role: roleWord(member.role),
    department: departmentWord(member.department),
    language: languageName(locale),
    since: longDay(since, getLocale()),
    lastSeen: lastSeenAt ? shortMoment(lastSeenAt, getLocale()) : m.staff_never_seen(),
    active: member.active,
    /** Whether the invitation is all that there was. */
    awaited: member.active && lastSeenAt === null,
    ...stateOf(member),
  };
}
export type StaffMember = ReturnType<typeof viewMember>;

function stateOf({ active, lastSeenAt }: Member): { state: string; tone: Tone } {
  if (!active) return { state: m.staff_state_left(), tone: "stale" };
  return lastSeenAt ? { state: m.staff_state_active(), tone: "fresh" } : { state: m.staff_state_invited(), tone: "due_soon" };
}

/** The page of all staff. */
export function viewStaff({ staff, departments, secondStep, changes }: StaffOverview) {
  return {
    staff: staff.map(viewMember),
    departments: departments.map((one) => ({ code: one.code, name: departmentWord(one), members: one.members })),
    secondStep,
    changes: changes.map(viewChange),
  };
}

/** The page of one member: who they are, what they have in hand, what was changed, whose records they looked at. */
export function viewMemberPage({ member, departments, inHand, changes, views }: MemberPage) {
  return {
    member: viewMember(member),
    typed: { name: member.name, role: member.role, department: member.department.code },
    departments: departments.map((one) => ({ value: one.code, label: departmentWord(one) })),
    inHand: {
      tasks: inHand.tasks.map(({ id, accountNumber, customerName }) => ({ id, customer: customerName ?? accountNumber })),
      concerns: inHand.concerns.map(({ reference, subject }) => ({ reference, subject: subject ?? reference })),
      promises: inHand.promises.map(({ id, what, customerName, accountNumber }) => ({ id, what: what ?? customerName ?? accountNumber })),
      drafts: inHand.drafts.map(({ accountNumber, customerName, startedAt }) => ({ account: accountNumber, customer: customerName ?? accountNumber, started: shortMoment(startedAt, getLocale()) })),
    },
    changes: changes.map(viewChange),
    views: views.map(viewOfMember),
    older: views.length === 100 ? views.at(-1)?.at : undefined,
  };
}
export type MemberPageView = ReturnType<typeof viewMemberPage>;

/** A look at a customer's page, with who looked. */
export function viewOfCustomer({ at, page, by, role }: CustomerView) {
  return { at, when: shortMoment(at, getLocale()), page: viewedPageWord(page), who: by, role: roleWord(role) };
}

function viewOfMember({ at, page, accountNumber, customerName }: MemberView) {
  return { at, when: shortMoment(at, getLocale()), page: viewedPageWord(page), accountNumber, customer: customerName ?? accountNumber };
}

function viewChange({ act, at, by, whom, before, after }: StaffChange) {
  return {
    id: `${at} ${act} ${whom ?? ""}`,
    when: shortMoment(at, getLocale()),
    by: by ?? m.staff_by_server(),
    act: actWords[act](),
    whom: whom ?? after?.name ?? "",
    what: act === "changed" || act === "department_renamed" ? differences(before, after) : "",
  };
}
export type StaffChangeView = ReturnType<typeof viewChange>;

// "Agent → Supervisor; Billing → Logistics"
function differences(before: ChangedFacts | null, after: ChangedFacts | null): string {
  const [was, is] = [before, after].map((facts) => [
    facts?.name ?? (facts?.code && departmentWord({ code: facts.code, name: null })),
    facts?.role && roleWord(facts.role),
    facts?.department && departmentWord(facts.department),
  ]);
  return (is ?? []).flatMap((word, place) => (word === was?.[place] ? [] : [`${was?.[place] ?? ""} → ${word ?? ""}`])).join("; ");
}

const actWords: Record<StaffChange["act"], () => string> = {
  added: m.staff_act_added,
  invited: m.staff_act_invited,
  changed: m.staff_act_changed,
  deactivated: m.staff_act_deactivated,
  reactivated: m.staff_act_reactivated,
  department_added: m.staff_act_department_added,
  department_renamed: m.staff_act_department_renamed,
  second_step_required: m.staff_act_second_step_required,
  second_step_optional: m.staff_act_second_step_optional,
};
