import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { PostForm } from "~/ui/form";

/** What can be done with a concern besides answering it. */
export function DeskConcernActs({ reference, mine, isClosed, department, departments }: {
  reference: string;
  mine: boolean;
  isClosed: boolean;
  department: string;
  departments: { code: string; label: string }[];
}) {
  const others = departments.filter(({ code }) => code !== department).map(({ code, label }) => ({ value: code, label }));
  return (
    <div className="grid content-start gap-(--gap)">
      {!mine && !isClosed && <PostForm action={paths.concernOwner(reference)}><Button>{m.concerns_desk_take()}</Button></PostForm>}
      {!isClosed && others.length > 0 && (
        <PostForm action={paths.concernDepartment(reference)}>
          <SelectField label={m.concerns_desk_hand_over_to()} name="department" options={others} required />
          <Button variant="secondary">{m.concerns_desk_hand_over()}</Button>
        </PostForm>
      )}
      <PostForm action={isClosed ? paths.concernReopening(reference) : paths.concernClosing(reference)}>
        <Button variant="secondary">{isClosed ? m.concerns_desk_reopen() : m.concerns_desk_close()}</Button>
      </PostForm>
    </div>
  );
}
