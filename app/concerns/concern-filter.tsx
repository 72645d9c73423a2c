import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { departmentWord } from "~/staff/department";
import type { Department } from "~/staff/department.schema";
import { FilterLinks } from "~/ui/filter-links";
import type { ConcernList } from "./desk-concerns.server";

/** Which concerns the list shows: by what is to be done, and by department. */
export function ConcernFilter({ which, department, departments }: { which: ConcernList; department: string; departments: Department[] }) {
  const lists = (["waiting", "mine", "answered", "closed"] as const).map((list) => ({ label: words[list](), to: listAddress(list, department), current: list === which }));
  const all = [{ code: "", label: m.concerns_desk_all_departments() }, ...departments.map((one) => ({ code: one.code, label: departmentWord(one) }))];
  const places = all.map(({ code, label }) => ({ label, to: listAddress(which, code), current: code === department }));
  return (
    <div className="mb-(--gap) flex flex-wrap gap-x-10 gap-y-2">
      <FilterLinks label={m.concerns_desk_lists()} links={lists} />
      <FilterLinks label={m.concerns_with()} links={places} typed />
    </div>
  );
}

function listAddress(which: ConcernList, department: string): string {
  return `${paths.deskConcerns()}?${new URLSearchParams({ which, department }).toString()}`;
}

const words = {
  waiting: m.concerns_desk_waiting,
  mine: m.concerns_desk_mine,
  answered: m.concerns_desk_answered,
  closed: m.concerns_desk_closed,
};
