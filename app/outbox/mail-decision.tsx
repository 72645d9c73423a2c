import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";

/** A supervisor's word on a mail that failed or whose fate is unknown. */
export function MailDecision({ id }: { id: string }) {
  return (
    <PostForm reloadDocument action={paths.mailDecision(id)} className="flex gap-2 whitespace-nowrap">
      <Button variant="secondary" name="decision" value="again">{m.desk_mail_send_again()}</Button>
      <Button variant="quiet" name="decision" value="drop">{m.desk_mail_drop()}</Button>
    </PostForm>
  );
}
