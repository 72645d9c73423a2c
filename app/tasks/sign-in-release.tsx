import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import type { TaskPageView } from "./task-view.server";

/** The form name of the reason for letting somebody sign in again. */
export const RELEASE_REASON = "release_reason";

/** Which of the logins that a freeze stopped may sign in again, and why; the others end. `letIn` are those ticked before. */
export function SignInRelease({ task, logins, letIn, typed, error }: {
  task: string;
  logins: TaskPageView["frozenLogins"];
  letIn?: string[];
  typed?: string;
  error?: string;
}) {
  if (logins.length === 0) return <p className="mb-3 max-w-prose">{m.tasks_frozen_nobody()}</p>;
  return (
    <PostForm reloadDocument action={paths.signInRelease(task)} className="mb-4 border-b border-rule pb-4">
      <fieldset>
        <legend className="font-label font-semibold">{m.tasks_release_who()}</legend>
        <p className="max-w-prose text-sm text-ink-soft">{m.tasks_release_hint()}</p>
        {logins.map(({ id, name, email, facts, otherFreeze }) => (
          <label key={id} className="choice" htmlFor={`login-${id}`}>
            <input type="checkbox" id={`login-${id}`} name="login" value={id} disabled={otherFreeze} defaultChecked={letIn?.includes(id)} />
            <span dir="auto">
              {name} <bdi className="break-all">{email}</bdi>
              <span className="block text-sm text-ink-soft">{otherFreeze ? m.tasks_release_other_freeze() : facts}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField name={RELEASE_REASON} label={m.tasks_release_reason()} hint={m.tasks_release_reason_hint()} defaultValue={typed} error={error} required maxLength={500} autoComplete="off" />
      <Button>{m.tasks_release_now()}</Button>
    </PostForm>
  );
}
