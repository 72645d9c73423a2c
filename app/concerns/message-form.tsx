import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { TextAreaField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { MESSAGE_MAX } from "./concern";

/** One field to write on a concern again, or to answer it. */
export function MessageForm({ action, label, hint, button, typed, error, requestId }: {
  action: string;
  label: string;
  hint?: string;
  button: string;
  typed?: string;
  /** What is wrong, in a sentence. */
  error?: string;
  requestId: string;
}) {
  return (
    <PostForm action={action} requestId={requestId} reloadDocument className="max-w-3xl">
      <TextAreaField label={label} hint={hint} name="text" rows={6} defaultValue={typed} error={error} maxLength={MESSAGE_MAX} required />
      <Button>{button}</Button>
    </PostForm>
  );
}

/** The way to a supervisor, for a complaint that was not raised yet. */
export function EscalationForm({ action }: { action: string }) {
  return (
    <section aria-labelledby="escalation" className="mt-(--gap) max-w-prose">
      <h2 id="escalation" className="text-lg">{m.concerns_escalate_title()}</h2>
      <p className="mb-3">{m.concerns_escalate_text()}</p>
      <PostForm action={action} reloadDocument><Button variant="secondary">{m.concerns_escalate()}</Button></PostForm>
    </section>
  );
}
