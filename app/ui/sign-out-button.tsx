import { m } from "~/i18n/messages";
import { Button } from "./button";
import { forgetOthers } from "./kept-here";

/** Ends the session, in a whole page load so that nothing of it stays in the browser. */
export function SignOutButton({ action }: { action: string }) {
  return (
    <form method="post" action={action} onSubmit={() => { forgetOthers(null); }}>
      <Button variant="quiet">{m.shell_sign_out()}</Button>
    </form>
  );
}
