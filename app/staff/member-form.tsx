import { m } from "~/i18n/messages";
import { RadioGroup } from "~/ui/choice";
import { type Option, SelectField, TextField } from "~/ui/field";
import { roleWord, staffRoles } from "./role";

export type TypedMember = { name: string; email: string; role: string; department: string; locale: string };

type FieldsProps = { typed?: Partial<TypedMember>; errors?: Partial<Record<keyof TypedMember, string>>; departments: Option[] };

/** Who somebody is at the desk: name, role, department. */
export function ProfileFields({ typed, errors, departments }: FieldsProps) {
  return (
    <>
      <TextField label={m.staff_name()} name="name" defaultValue={typed?.name} error={errors?.name} maxLength={100} autoComplete="off" required />
      <RadioGroup
        label={m.staff_role()}
        name="role"
        defaultValue={typed?.role}
        error={errors?.role}
        required
        choices={staffRoles.map((value) => ({ value, label: roleWord(value), hint: hints[value]() }))}
      />
      <SelectField label={m.staff_department()} name="department" options={departments} defaultValue={typed?.department} error={errors?.department} required />
    </>
  );
}

/** What else is asked of somebody new: the address they will sign in with, and their language. */
export function InviteFields({ typed, errors }: Omit<FieldsProps, "departments">) {
  return (
    <>
      <TextField label={m.staff_email()} hint={m.staff_email_hint()} name="email" type="email" inputMode="email" spellCheck={false} defaultValue={typed?.email} error={errors?.email} autoComplete="off" required />
      <SelectField label={m.staff_language()} name="locale" options={languages} defaultValue={typed?.locale ?? "de"} error={errors?.locale} required />
    </>
  );
}

// Each in itself, as whoever reads it knows it.
const languages = [{ value: "de", label: "Deutsch" }, { value: "en", label: "English" }, { value: "hu", label: "Magyar" }];

const hints = {
  agent: m.staff_role_agent_hint,
  outreach: m.staff_role_outreach_hint,
  supervisor: m.staff_role_supervisor_hint,
  admin: m.staff_role_admin_hint,
};
