import { departmentWord } from "~/i18n/department";
import { m } from "~/i18n/messages";
import { PROMISE_MAX } from "~/commitments/commitment";
import { DateField, SelectField, TextField } from "~/ui/field";
import { Kbd } from "~/ui/kbd";
import { CustomerReads } from "./customer-reads";
import type { DraftPageView } from "./draft-page.server";
import type { NoteFields } from "./note";
import { Rows } from "./rows";

type SideProps = { page: DraftPageView; fields: NoteFields; errors: Record<string, string>; onRows: () => void };

/** Who took part, what was promised, and the concern it belongs to. */
export function NoteSide({ page, fields, errors, onRows }: SideProps) {
  return (
    <div>
      <fieldset className="mb-(--gap) max-w-xl">
        <legend className="mb-1 font-label font-semibold">{m.notes_participants()}</legend>
        <Rows
          rows={fields.participants}
          blank={{ name: "", spelling: "" }}
          add={m.notes_participant_add()}
          remove={m.notes_row_remove()}
          onChange={onRows}
          row={({ name, spelling }, at, fresh) => (
            <div className="grid gap-x-3 sm:grid-cols-2 *:mb-0">
              <TextField label={m.notes_participant_name()} name={`participants[${at}].name`} defaultValue={name} error={errors[`participants[${at}].name`]} maxLength={100} autoComplete="off" spellCheck={false} autoFocus={fresh} required />
              <TextField label={m.notes_participant_spelling()} name={`participants[${at}].spelling`} defaultValue={spelling} error={errors[`participants[${at}].spelling`]} maxLength={200} autoComplete="off" spellCheck={false} />
            </div>
          )}
        />
      </fieldset>
      <Promises page={page} fields={fields} errors={errors} onRows={onRows} />
      <Concern page={page} fields={fields} errors={errors} />
    </div>
  );
}

function Promises({ page: { today, promisers, me }, fields, errors, onRows }: SideProps) {
  return (
    <fieldset id="promises">
      <legend className="mb-1 font-label font-semibold">{m.notes_promises()}</legend>
      <CustomerReads hint={m.notes_promises_hint()}>
        <Rows
          rows={fields.promises}
          blank={{ what: "", due: "", by: me }}
          add={<>{m.notes_promise_add()} <Kbd>F9</Kbd></>}
          remove={m.notes_row_remove()}
          onChange={onRows}
          row={({ what, due, by }, at, fresh) => (
            <>
              <TextField label={m.notes_promise_what()} name={`promises[${at}].what`} defaultValue={what} error={errors[`promises[${at}].what`]} maxLength={PROMISE_MAX} autoComplete="off" autoFocus={fresh} required />
              <div className="grid gap-x-3 sm:grid-cols-2 *:mb-0">
                <DateField label={m.notes_promise_due()} name={`promises[${at}].due`} defaultValue={due} error={errors[`promises[${at}].due`]} min={today} required />
                <SelectField label={m.notes_promise_by()} name={`promises[${at}].by`} options={promisers} defaultValue={by || me} error={errors[`promises[${at}].by`]} required />
              </div>
            </>
          )}
        />
      </CustomerReads>
    </fieldset>
  );
}

function Concern({ page: { concerns, departments, kinds }, fields, errors }: Omit<SideProps, "onRows">) {
  return (
    <div className="group">
      <SelectField label={m.notes_concern()} name="concern" options={concerns} defaultValue={fields.concern} error={errors.concern} />
      <div className="hidden group-has-[option[value=new]:checked]:block">
        <CustomerReads hint={m.notes_concern_hint()}>
          <TextField label={m.notes_concern_subject()} name="concernSubject" defaultValue={fields.concernSubject} error={errors.concernSubject} maxLength={150} autoComplete="off" required />
          <div className="grid gap-x-3 sm:grid-cols-2 *:mb-0">
            <SelectField label={m.notes_concern_kind()} name="concernKind" options={kinds} defaultValue={fields.concernKind || "question"} required />
            <SelectField label={m.notes_concern_department()} name="concernDepartment" options={departments.map((value) => ({ value, label: departmentWord(value) }))} defaultValue={fields.concernDepartment || departments[0]} required />
          </div>
        </CustomerReads>
      </div>
    </div>
  );
}
