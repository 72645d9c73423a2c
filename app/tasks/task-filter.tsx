import { Link } from "@remix-run/react";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { departmentWord } from "~/staff/department";
import { roleWord } from "~/staff/role";
import { taskLists } from "./task-lists";
import type { TaskCounts, TaskFilter as Filter } from "./task.schema";

const COUNTED_TO = 10_000;

/** The address of a list of tasks. */
export function listAddress({ which, department, role }: Filter): string {
  const chosen = { ...(which !== "open" && { which }), ...(department && { department }), ...(role && { role }) };
  const query = new URLSearchParams(chosen).toString();
  return query ? `${paths.tasks()}?${query}` : paths.tasks();
}

/** Which tasks the list shows, each choice with how many there are. A choice of one role alone is none. */
export function TaskFilter({ filter, counts }: { filter: Filter; counts: TaskCounts }) {
  const { which, department, role } = filter;
  const lists = taskLists.map((list) => ({ label: words[list](), count: counts.lists[list], to: listAddress({ ...filter, which: list }), current: list === which }));
  const departments = [
    { label: m.tasks_all_departments(), count: counts.allDepartments, to: listAddress({ ...filter, department: undefined }), current: !department },
    ...counts.departments.map((one) => ({
      label: one.mine ? m.tasks_my_department({ name: departmentWord(one) }) : departmentWord(one),
      count: one.count, to: listAddress({ ...filter, department: one.code }), current: one.code === department,
    })),
  ];
  const roles = [
    { label: m.tasks_all_roles(), count: counts.allRoles, to: listAddress({ ...filter, role: undefined }), current: !role },
    ...counts.roles.map((one) => ({ label: roleWord(one.role), count: one.count, to: listAddress({ ...filter, role: one.role }), current: one.role === role })),
  ];
  return (
    <div className="mb-(--gap) flex flex-wrap gap-x-10 gap-y-2">
      <Choices label={m.tasks_lists()} choices={lists} />
      <Choices label={m.concerns_with()} choices={departments} typed />
      {counts.roles.length > 1 && <Choices label={m.tasks_roles()} choices={roles} />}
    </div>
  );
}

type FilterChoice = { label: string; count: number; to: string; current: boolean };

// `typed` where somebody may have typed the labels.
function Choices({ label, choices, typed = false }: { label: string; choices: FilterChoice[]; typed?: boolean }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-4">
        {choices.map(({ label, count, to, current }) => (
          <li key={to}>
            <Link to={to} preventScrollReset aria-current={current ? "page" : undefined} className={`inline-block py-1 ${current ? "font-semibold text-ink no-underline" : ""}`}>
              {typed ? <bdi>{label}</bdi> : label} <span className="font-normal text-ink-soft tabular-nums">{countWord(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** "312", or "10,000+" where counting stopped. */
export function countWord(count: number): string {
  const number = new Intl.NumberFormat(getLocale()).format(count);
  return count < COUNTED_TO ? number : `${number}+`;
}

const words = {
  open: m.tasks_list_open,
  mine: m.tasks_list_mine,
  unclaimed: m.tasks_list_unclaimed,
  overdue: m.tasks_list_overdue,
};
