import { concernKinds } from "~/concerns/concern";
import { kindWord } from "~/concerns/concern-words";
import { customerCaption } from "~/customer-caption";
import { m } from "~/i18n/messages";
import { departmentWord } from "~/staff/department";
import type { Department } from "~/staff/department.schema";
import type { Option } from "~/ui/field";
import type { Draft } from "./note.schema";
import type { NoteFields } from "./note";
import { emptyFields, writeWay } from "./note-fields";
import type { DraftPage } from "./notes.server";

/**
 * A draft made ready for its page, which calls itself `tab`. `posted` is what the form was sent with, where it came back:
 * more than the draft holds.
 */
export function viewDraftPage(page: DraftPage, draft: Draft, tab: string, posted?: { way: string; fields: NoteFields }) {
  const { accountNumber, customerName, customerKind, today, me, staff, departments, concerns } = page;
  return {
    account: accountNumber,
    caption: customerCaption({ name: customerName, accountNumber }),
    draft,
    tab,
    way: posted?.way ?? writeWay(draft.clock.channel, draft.clock.direction),
    fields: posted?.fields ?? draft.fields ?? emptyFields(customerKind === "person" ? customerName : null),
    unsent: posted !== undefined,
    today,
    me: me.id,
    promisers: promisersOf(me.id, staff, departments),
    departments: departments.map((department) => ({ value: department.code, label: departmentWord(department) })),
    kinds: concernKinds.map((value) => ({ value, label: kindWord(value) })),
    concerns: [
      { value: "", label: m.notes_concern_none() },
      ...concerns.map(({ reference, subject }) => ({ value: reference, label: `${subject ?? m.concerns_erased()} (${reference})` })),
      { value: "new", label: m.notes_concern_new() },
    ],
  };
}
export type DraftPageView = ReturnType<typeof viewDraftPage>;

// Whoever writes stands first, then the departments: that is who promises most.
function promisersOf(myId: string, staff: DraftPage["staff"], departments: Department[]): Option[] {
  const people = staff.map(({ id, name }) => ({ value: `staff:${id}`, label: id === myId ? m.notes_promise_by_me({ name }) : name }));
  const mine = people.filter(({ value }) => value === `staff:${myId}`);
  return [...mine, ...departments.map((department) => ({ value: `department:${department.code}`, label: departmentWord(department) })), ...people.filter((one) => !mine.includes(one))];
}
