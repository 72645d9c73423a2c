import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { SelectField, TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { checkKinds } from "./check-kinds";
import { checkKindLabel } from "./check-words";
import { askedName, pointsName } from "./policy-fields";

type Texts = Record<string, string | undefined>;

/** What is asked on the phone and what it counts, how much is needed, and what wrong answers do. */
export function PolicyForm({ typed, errors }: { typed: Texts; errors: Texts }) {
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name], required: true, inputMode: "numeric" as const, maxLength: 5, autoComplete: "off" });
  const points = Array.from({ length: 10 }, (_, count) => ({ value: String(count), label: m.checks_policy_override_from({ count }) }));
  return (
    <PostForm action={paths.callerPolicy()} reloadDocument className="max-w-xl">
      <fieldset>
        <legend className="font-label font-semibold">{m.checks_policy_kinds()}</legend>
        {checkKinds.map((kind) => (
          <div key={kind} className="grid gap-x-6 sm:grid-cols-2">
            <Checkbox label={checkKindLabel(kind)} name={askedName(kind)} defaultChecked={Boolean(typed[askedName(kind)])} required />
            <TextField label={m.checks_policy_points({ kind: checkKindLabel(kind) })} {...field(pointsName(kind))} />
          </div>
        ))}
      </fieldset>
      <TextField label={m.checks_policy_needed()} {...field("pointsNeeded")} />
      <TextField label={m.checks_policy_wrong()} hint={m.checks_policy_wrong_hint()} {...field("wrongAnswers")} />
      <TextField label={m.checks_policy_lock()} hint={m.checks_policy_lock_hint()} {...field("lockMinutes")} />
      <TextField label={m.checks_policy_holds()} hint={m.checks_policy_holds_hint()} {...field("holdsMinutes")} />
      <SelectField label={m.checks_policy_override()} name="overrideFrom" options={[{ value: "never", label: m.checks_policy_override_never() }, ...points]} defaultValue={typed.overrideFrom} required />
      <ButtonRow><Button>{m.checks_policy_save()}</Button></ButtonRow>
    </PostForm>
  );
}
