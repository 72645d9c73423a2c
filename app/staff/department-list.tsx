import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";

type DepartmentRow = { code: string; name: string; members: number };

/** What was typed as a department's name, and what is wrong with it; `code` is that of the department, "" of a new one. */
export type DepartmentAnswer = { code: string; typed: string; error: string };

/** The form name of a department's name; several stand on one page. */
export function departmentField(code: string): string {
  return code === "" ? "name" : `name-${code}`;
}

/** The departments, each to be renamed, and a form for one more. */
export function DepartmentList({ departments, answer }: { departments: DepartmentRow[]; answer?: DepartmentAnswer }) {
  return (
    <div className="grid max-w-3xl gap-(--gap)">
      <ul className="border border-edge bg-card">
        {departments.map((one) => <DepartmentItem key={one.code} {...one} answer={answer?.code === one.code ? answer : undefined} />)}
      </ul>
      <PostForm action={paths.departments()} reloadDocument className="max-w-xl">
        <TextField label={m.staff_department_new()} hint={m.staff_department_hint()} name="name" defaultValue={answer?.code === "" ? answer.typed : undefined} error={answer?.code === "" ? answer.error : undefined} maxLength={60} autoComplete="off" required />
        <Button>{m.staff_department_add()}</Button>
      </PostForm>
    </div>
  );
}

function DepartmentItem({ code, name, members, answer }: DepartmentRow & { answer?: DepartmentAnswer }) {
  return (
    <li className="border-t border-rule px-3 py-2 first:border-0">
      <p><bdi className="font-semibold">{name}</bdi> <span className="text-sm text-ink-soft">{m.staff_department_members({ count: members })}</span></p>
      <details open={answer !== undefined}>
        <summary className="py-1 text-sm">{m.staff_department_rename()}</summary>
        <PostForm action={paths.departmentName(code)} reloadDocument className="max-w-xl">
          <TextField label={m.staff_department_name()} name={departmentField(code)} defaultValue={answer?.typed ?? name} error={answer?.error} maxLength={60} autoComplete="off" required />
          <Button variant="secondary">{m.staff_save()}</Button>
        </PostForm>
      </details>
    </li>
  );
}
