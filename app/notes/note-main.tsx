import { type FormEvent, useRef } from "react";
import { m } from "~/i18n/messages";
import { Checkbox, RadioGroup } from "~/ui/choice";
import { SelectField, TextAreaField } from "~/ui/field";
import { CustomerReads } from "./customer-reads";
import { directions, noteChannels, type NoteFields, outcomes, type Reason, reasons, satisfactions, SHARED_MAX, TEXT_MAX } from "./note";
import { writeWay } from "./note-fields";
import { outcomeWord, reasonWord, satisfiedWord, templateText, wayWord } from "./note-words";

/** What it was about, what was done, how it ended, and what the customer is told. A reason brings its text along while none of one's own is typed. */
export function NoteMain({ way, fields, errors, onFilled }: { way: string; fields: NoteFields; errors: Record<string, string>; onFilled: () => void }) {
  const filled = useRef<string | null>(templateOf(fields.reason));

  function fill({ target: reason }: FormEvent<HTMLElement>) {
    if (!(reason instanceof HTMLSelectElement) || reason.name !== "reason") return;
    const done = reason.form?.elements.namedItem("done");
    if (!(done instanceof HTMLTextAreaElement)) return;
    if (done.value.trim() !== "" && done.value !== filled.current) return;
    filled.current = templateOf(reason.value);
    done.value = filled.current ?? "";
    onFilled();
  }

  return (
    <div onChange={fill}>
      <SelectField label={m.notes_way()} name="way" options={ways()} defaultValue={way} required />
      <SelectField label={m.notes_reason()} name="reason" hint={m.notes_reason_hint()} options={[{ value: "", label: m.notes_choose() }, ...reasons.map((value) => ({ value, label: reasonWord(value) }))]} defaultValue={fields.reason} error={errors.reason} required />
      <TextAreaField label={m.notes_done()} name="done" rows={4} defaultValue={fields.done} error={errors.done} maxLength={TEXT_MAX} required />
      <SelectField label={m.notes_outcome()} name="outcome" options={[{ value: "", label: m.notes_choose() }, ...outcomes.map((value) => ({ value, label: outcomeWord(value) }))]} defaultValue={fields.outcome} error={errors.outcome} required />
      <RadioGroup label={m.notes_satisfied()} name="satisfied" choices={satisfactions.map((value) => ({ value, label: satisfiedWord(value) }))} defaultValue={fields.satisfied} error={errors.satisfied} required />
      <TextAreaField label={m.notes_internal()} name="internal" hint={m.notes_internal_hint()} rows={3} defaultValue={fields.internal} error={errors.internal} maxLength={TEXT_MAX} />
      <div className="group">
        <Checkbox label={m.notes_share()} name="share" hint={m.notes_share_hint()} defaultChecked={fields.share} required />
        <div className="hidden group-has-checked:block">
          <CustomerReads>
            <TextAreaField label={m.notes_shared()} name="shared" rows={3} defaultValue={fields.shared} error={errors.shared} maxLength={SHARED_MAX} required />
          </CustomerReads>
        </div>
      </div>
    </div>
  );
}

function ways() {
  return noteChannels.flatMap((channel) => directions.map((direction) => ({ value: writeWay(channel, direction), label: wayWord(channel, direction) })));
}

function templateOf(reason: string): string | null {
  const known: Reason | undefined = reasons.find((one) => one === reason);
  return known ? templateText(known) : null;
}
