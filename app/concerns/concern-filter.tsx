import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { departmentWord } from "~/staff/department";
import type { Department } from "~/staff/department.schema";
import type { ConcernList } from "./desk-concerns.server";

/** Which concerns the list shows: by what is to be done, and by department. */
export function ConcernFilter({ which, department, departments }: { which: ConcernList; department: string; departments: Department[] }) {
  const lists = (["waiting", "mine", "answered", "closed"] as const).map((list) => ({ label: words[list](), query: { which: list, department }, current: list === which }));
  const all = [{ code: "", label: m.concerns_desk_all_departments() }, ...departments.map((one) => ({ code: one.code, label: departmentWord(one) }))];
  const places = all.map(({ code, label }) => ({ label, query: { which, department: code }, current: code === department }));
  return (
    <div className="mb-(--gap) flex flex-wrap gap-x-10 gap-y-2">
      <Choices label={m.concerns_desk_lists()} choices={lists} />
      <Choices label={m.concerns_with()} choices={places} typed />
    </div>
  );
}

type FilterChoice = { label: string; query: Record<string, string>; current: boolean };

// `typed` where somebody may have typed the labels.
function Choices({ label, choices, typed = false }: { label: string; choices: FilterChoice[]; typed?: boolean }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-4">
        {choices.map((choice) => (
          <li key={choice.label}>
            <Link to={`${paths.deskConcerns()}?${new URLSearchParams(choice.query).toString()}`} aria-current={choice.current ? "page" : undefined} className={`inline-block py-1 ${choice.current ? "font-semibold text-ink no-underline" : ""}`}>
              {typed ? <bdi>{choice.label}</bdi> : choice.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const words = {
  waiting: m.concerns_desk_waiting,
  mine: m.concerns_desk_mine,
  answered: m.concerns_desk_answered,
  closed: m.concerns_desk_closed,
};
