import type { ComponentProps } from "react";
import { controlProps, FieldFrame } from "./field-frame";
import type { FieldProps } from "./field-frame";

type InputProps = Pick<
  ComponentProps<"input">,
  "defaultValue" | "autoComplete" | "inputMode" | "maxLength" | "dir" | "spellCheck" | "autoFocus"
>;

/** A line of text. `dir` is "auto", so that a name written from right to left shows so. */
export function TextField({ label, name, error, hint, required, type = "text", dir = "auto", ...input }: FieldProps &
  InputProps & { type?: "text" | "email" | "tel" | "search" }) {
  const field = { name, error, hint, required };
  return (
    <FieldFrame label={label} {...field}>
      <input className="control mt-1" type={type} dir={dir} {...input} {...controlProps(field)} />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextAreaField({ label, name, error, hint, required, rows = 4, dir = "auto", ...input }: FieldProps &
  Pick<ComponentProps<"textarea">, "defaultValue" | "maxLength" | "rows" | "dir">) {
  const field = { name, error, hint, required };
  return (
    <FieldFrame label={label} {...field}>
      <textarea className="control mt-1" rows={rows} dir={dir} {...input} {...controlProps(field)} />
    </FieldFrame>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One choice of many. */
export function SelectField({ label, name, error, hint, required, options, ...input }: FieldProps &
  Pick<ComponentProps<"select">, "defaultValue" | "autoComplete"> & { options: Option[] }) {
  const field = { name, error, hint, required };
  return (
    <FieldFrame label={label} {...field}>
      <select className="control mt-1" {...input} {...controlProps(field)}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/**
 * A day as `yyyy-mm-dd`, picked from the browser's own calendar. The days asked for here lie near
 * today ("valid from"), so a calendar helps more than three boxes would.
 */
export function DateField({ label, name, error, hint, required, ...input }: FieldProps &
  Pick<ComponentProps<"input">, "defaultValue" | "min" | "max" | "autoComplete">) {
  const field = { name, error, hint, required };
  return (
    <FieldFrame label={label} {...field}>
      <input className="control mt-1 max-w-56 tabular-nums" type="date" {...input} {...controlProps(field)} />
    </FieldFrame>
  );
}
