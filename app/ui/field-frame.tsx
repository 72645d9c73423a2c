import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { fieldId } from "./field-id";
import { VisuallyHidden } from "./visually-hidden";

/** What every field has. `error` and `hint` are sentences in the reader's language. */
export interface FieldProps {
  label: string;
  name: string;
  error?: string;
  hint?: string;
  required?: boolean;
}

/** The attributes that tie a control to its label, hint and error. */
export function controlProps({ name, error, hint, required }: Omit<FieldProps, "label">) {
  return {
    id: fieldId(name),
    name,
    "aria-required": required ? true : undefined,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": describedBy({ name, error, hint }),
  } as const;
}

/** The ids of the hint and the error under a field's label, as `aria-describedby` wants them. */
export function describedBy({ name, error, hint }: Pick<FieldProps, "name" | "error" | "hint">): string | undefined {
  const ids = [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`].filter(Boolean);
  return ids.join(" ") || undefined;
}

/** Label, hint and error above a control, which follows as `children`. */
export function FieldFrame({ label, children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className={frameClass(field.error)}>
      <label htmlFor={fieldId(field.name)} className="block font-label font-semibold">
        <FieldLabel label={label} required={field.required} />
      </label>
      <FieldNotes {...field} />
      {children}
    </div>
  );
}

/** A field's outer class; a field in error carries a bar at its side, so that colour is not all that marks it. */
export function frameClass(error: string | undefined): string {
  return `mb-(--gap) max-w-xl ${error ? "border-l-4 border-danger pl-3" : ""}`;
}

/** A label's words; what may stay empty says so. */
export function FieldLabel({ label, required }: Pick<FieldProps, "label" | "required">) {
  if (required) return label;
  return (
    <>
      {label} <span className="font-normal text-ink-soft">{m.shell_field_optional()}</span>
    </>
  );
}

/** Hint and error, with the ids that `describedBy` names. */
export function FieldNotes({ name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">) {
  return (
    <>
      {hint && (
        <p id={`${fieldId(name)}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${fieldId(name)}-error`} className="font-semibold text-danger">
          <VisuallyHidden>{m.shell_error_prefix()}: </VisuallyHidden>
          {error}
        </p>
      )}
    </>
  );
}
