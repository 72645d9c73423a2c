import { fieldId } from "./field-id";
import { controlProps, describedBy, FieldLabel, FieldNotes, frameClass } from "./field-frame";
import type { FieldProps } from "./field-frame";

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  /** The language of the label, where it is not the page's. */
  lang?: string;
}

/** One choice of few, all in sight. The first choice has the field's id, where an error summary leads. */
export function RadioGroup({ label, name, error, hint, required, choices, defaultValue }: FieldProps & {
  choices: Choice[];
  defaultValue?: string;
}) {
  const field = { name, error, hint };
  return (
    <fieldset className={frameClass(error)} aria-describedby={describedBy(field)}>
      <legend className="font-label font-semibold">
        <FieldLabel label={label} required={required} />
      </legend>
      <FieldNotes {...field} />
      {choices.map((choice, i) => (
        <Radio key={choice.value} choice={choice} name={name} id={radioId(name, i)} checked={choice.value === defaultValue} />
      ))}
    </fieldset>
  );
}

function radioId(name: string, index: number): string {
  return index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`;
}

function Radio({ choice, name, id, checked }: { choice: Choice; name: string; id: string; checked: boolean }) {
  return (
    <label className="choice" htmlFor={id}>
      <input type="radio" id={id} name={name} value={choice.value} defaultChecked={checked} />
      <span>
        <span lang={choice.lang}>{choice.label}</span>
        {choice.hint && <span className="block text-sm text-ink-soft">{choice.hint}</span>}
      </span>
    </label>
  );
}

/** A statement to agree with; sends `value` when ticked. (Without one, React would make it "" in the browser.) */
export function Checkbox({ label, name, error, hint, required, value = "on", defaultChecked }: FieldProps & {
  value?: string;
  defaultChecked?: boolean;
}) {
  const field = { name, error, hint, required };
  return (
    <div className={frameClass(error)}>
      <FieldNotes name={name} error={error} />
      <label className="choice" htmlFor={fieldId(name)}>
        <input type="checkbox" value={value} defaultChecked={defaultChecked} {...controlProps(field)} />
        <span>{label}</span>
      </label>
      {hint && <div className="ml-[calc(1.4em+0.75em)]"><FieldNotes name={name} hint={hint} /></div>}
    </div>
  );
}
