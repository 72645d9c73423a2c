import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { eventWords } from "./event-words";
import { webhookEvents } from "./events";

/** Asks where to post what; `errors` are sentences by field. */
export function EndpointForm({ typed, errors }: { typed?: { name: string; url: string; events: string[] }; errors?: Record<string, string> }) {
  return (
    <PostForm action={paths.newWebhook()}>
      <TextField label={m.interfaces_webhook_name()} hint={m.interfaces_webhook_name_hint()} name="name" defaultValue={typed?.name} error={errors?.name} required maxLength={100} autoComplete="off" />
      <TextField label={m.interfaces_webhook_url()} hint={m.interfaces_webhook_url_hint()} name="url" dir="ltr" inputMode="url" spellCheck={false} defaultValue={typed?.url} error={errors?.url} required maxLength={500} autoComplete="off" />
      <fieldset>
        <legend className="font-label font-semibold">{m.interfaces_webhook_events()}</legend>
        {webhookEvents.map((event) => (
          <Checkbox key={event} label={eventWords[event]()} name={event} required error={errors?.[event]} defaultChecked={typed ? typed.events.includes(event) : event === "details.changed"} />
        ))}
      </fieldset>
      <ButtonRow>
        <Button>{m.interfaces_webhook_make()}</Button>
        <ButtonLink variant="quiet" to={paths.interfaces()}>{m.interfaces_cancel()}</ButtonLink>
      </ButtonRow>
    </PostForm>
  );
}
