import { m } from "~/i18n/messages";
import { PROMISE_MAX } from "~/commitments/commitment";
import { Button } from "~/ui/button";
import { DateField, SelectField, TextField } from "~/ui/field";
import { Kbd } from "~/ui/kbd";
import { useShortcut } from "~/ui/use-shortcut";
import { CustomerReads } from "./customer-reads";
import type { DraftPageView } from "./draft-page.server";
import type { NoteFields } from "./note";
import { RowFrame, useRows } from "./rows";

const PROMISE_KEY = "F9";

type SideProps = { page: DraftPageView; fields: NoteFields; errors: Record<string, string>; onRows: () => void };

/** Who took part, what was promised, and the concern it belongs to. */
export function NoteSide(props: SideProps) {
  return (
    <div>
      <Participants {...props} />
      <Promises {...props} />
      <Concern {...props} />
    </div>
  );
}

function Participants({ fields, errors, onRows }: SideProps) {
  const { shown, add, remove, full } = useRows(fields.participants, onRows);
  return (
    <fieldset className="mb-(--gap) max-w-xl">
      <legend className="mb-1 font-label font-semibold">{m.notes_participants()}</legend>
      {shown.map(({ typed, number, fresh }) => {
        const field = (part: string) => ({ name: `participants[${number}].${part}`, error: errors[`participants[${number}].${part}`], autoComplete: "off", spellCheck: false });
        return (
          <RowFrame key={number} label={m.notes_row_remove()} onRemove={() => { remove(number); }}>
            <div className="grid gap-x-3 sm:grid-cols-2 *:mb-0">
              <TextField {...field("name")} label={m.notes_participant_name()} defaultValue={typed.name} maxLength={100} autoFocus={fresh} required />
              <TextField {...field("spelling")} label={m.notes_participant_spelling()} defaultValue={typed.spelling} maxLength={200} />
            </div>
          </RowFrame>
        );
      })}
      {!full && <Button type="button" variant="secondary" onClick={() => { add({ name: "", spelling: "" }); }}>{m.notes_participant_add()}</Button>}
    </fieldset>
  );
}

function Promises({ page: { today, promisers, me }, fields, errors, onRows }: SideProps) {
  const { shown, add, remove, full } = useRows(fields.promises, onRows);
  const byMe = `staff:${me}`;
  const another = () => { add({ what: "", due: "", by: byMe }); };
  useShortcut(PROMISE_KEY, full ? null : another, m.notes_promise_add(), { whileTyping: true });
  return (
    <fieldset>
      <legend className="mb-1 font-label font-semibold">{m.notes_promises()}</legend>
      <CustomerReads hint={m.notes_promises_hint()}>
        {shown.map(({ typed, number, fresh }) => {
          const field = (part: string) => ({ name: `promises[${number}].${part}`, error: errors[`promises[${number}].${part}`] });
          return (
            <RowFrame key={number} label={m.notes_row_remove()} onRemove={() => { remove(number); }}>
              <TextField {...field("what")} label={m.notes_promise_what()} defaultValue={typed.what} maxLength={PROMISE_MAX} autoComplete="off" autoFocus={fresh} required />
              <div className="grid gap-x-3 sm:grid-cols-2 *:mb-0">
                <DateField {...field("due")} label={m.notes_promise_due()} defaultValue={typed.due} min={today} required />
                <SelectField {...field("by")} label={m.notes_promise_by()} options={promisers} defaultValue={typed.by || byMe} required />
              </div>
            </RowFrame>
          );
        })}
        {!full && <p><Button type="button" variant="secondary" aria-keyshortcuts={PROMISE_KEY} onClick={another}>{m.notes_promise_add()}</Button> <Kbd>{PROMISE_KEY}</Kbd></p>}
      </CustomerReads>
    </fieldset>
  );
}

function Concern({ page: { concerns, departments, kinds }, fields, errors }: SideProps) {
  return (
    <div className="group">
      <SelectField label={m.notes_concern()} name="concern" options={concerns} defaultValue={fields.concern} error={errors.concern} />
      <div className="hidden group-has-[option[value=new]:checked]:block">
        <CustomerReads hint={m.notes_concern_hint()}>
          <TextField label={m.notes_concern_subject()} name="concernSubject" defaultValue={fields.concernSubject} error={errors.concernSubject} maxLength={150} autoComplete="off" required />
          <div className="grid gap-x-3 sm:grid-cols-2 *:mb-0">
            <SelectField label={m.notes_concern_kind()} name="concernKind" options={kinds} defaultValue={fields.concernKind || "question"} required />
            <SelectField label={m.notes_concern_department()} name="concernDepartment" options={departments} defaultValue={fields.concernDepartment || departments[0]?.value} required />
          </div>
        </CustomerReads>
      </div>
    </div>
  );
}
