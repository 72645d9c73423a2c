import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonRow, type ButtonVariant } from "~/ui/button";
import { PostForm } from "~/ui/form";

/** All that can be done about an endpoint, each act on its own form. */
export function EndpointActs({ id, on }: { id: string; on: boolean }) {
  return (
    <ButtonRow>
      {on && <Act action={paths.webhookTestEvent(id)} variant="primary">{m.interfaces_webhook_test()}</Act>}
      {!on && <Act action={paths.webhookResumption(id)} variant="primary">{m.interfaces_webhook_switch_on()}</Act>}
      <Act action={paths.webhookSecret(id)}>{m.interfaces_webhook_show_secret()}</Act>
      <Act action={paths.webhookRotation(id)}>{m.interfaces_webhook_rotate()}</Act>
      {on && <Act action={paths.webhookSuspension(id)}>{m.interfaces_webhook_switch_off()}</Act>}
    </ButtonRow>
  );
}

function Act({ action, variant = "secondary", children }: { action: string; variant?: ButtonVariant; children: string }) {
  return <PostForm reloadDocument action={action}><Button variant={variant}>{children}</Button></PostForm>;
}
