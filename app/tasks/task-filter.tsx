import { countWord } from "~/i18n/count-words";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { departmentWord } from "~/staff/department";
import { roleWord } from "~/staff/role";
import { FilterLinks } from "~/ui/filter-links";
import { taskLists } from "./task-lists";
import type { TaskCounts, TaskFilter as Filter } from "./task.schema";

/** The address of a list of tasks. */
export function listAddress({ which, department, role }: Filter): string {
  const chosen = { ...(which !== "open" && { which }), ...(department && { department }), ...(role && { role }) };
  const query = new URLSearchParams(chosen).toString();
  return query ? `${paths.tasks()}?${query}` : paths.tasks();
}

/** Which tasks the list shows, each choice with how many there are. A choice of one role alone is none. */
export function TaskFilter({ filter, counts }: { filter: Filter; counts: TaskCounts }) {
  const { which, department, role } = filter;
  const lists = taskLists.map((list) => ({ label: words[list](), count: countWord(counts.lists[list]), to: listAddress({ ...filter, which: list }), current: list === which }));
  const departments = [
    { label: m.tasks_all_departments(), count: countWord(counts.allDepartments), to: listAddress({ ...filter, department: undefined }), current: !department },
    ...counts.departments.map((one) => ({
      label: one.mine ? m.tasks_my_department({ name: departmentWord(one) }) : departmentWord(one),
      count: countWord(one.count), to: listAddress({ ...filter, department: one.code }), current: one.code === department,
    })),
  ];
  const roles = [
    { label: m.tasks_all_roles(), count: countWord(counts.allRoles), to: listAddress({ ...filter, role: undefined }), current: !role },
    ...counts.roles.map((one) => ({ label: roleWord(one.role), count: countWord(one.count), to: listAddress({ ...filter, role: one.role }), current: one.role === role })),
  ];
  return (
    <div className="mb-(--gap) flex flex-wrap gap-x-10 gap-y-2">
      <FilterLinks label={m.tasks_lists()} links={lists} />
      <FilterLinks label={m.concerns_with()} links={departments} typed />
      {counts.roles.length > 1 && <FilterLinks label={m.tasks_roles()} links={roles} />}
    </div>
  );
}

const words = {
  open: m.tasks_list_open,
  mine: m.tasks_list_mine,
  unclaimed: m.tasks_list_unclaimed,
  overdue: m.tasks_list_overdue,
};
