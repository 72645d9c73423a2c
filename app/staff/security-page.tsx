import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";

/** What the page of the second step knows; `factor` is null until one is set up. */
export type Security = { offered: boolean; required: boolean; taken: boolean; missing: boolean; factor: string | null };

/** What was typed as a code, and what is wrong with it. */
export type CodeAnswer = { typed: string; message: string };

/** The second step of signing in: not offered, to be set up, to be taken, or taken. */
export function SecurityPage({ security: { offered, required, taken, missing, factor }, answer }: { security: Security; answer?: CodeAnswer }) {
  if (!offered) return <Notice title={m.staff_security_unavailable_title()}><p className="max-w-prose">{m.staff_security_unavailable()}</p></Notice>;
  if (!factor) {
    return (
      <>
        <p className="mb-3 max-w-prose">{missing ? m.staff_security_must() : m.staff_security_may()} {m.staff_security_how()}</p>
        <PostForm action={paths.secondStepEnrolment()} reloadDocument><Button>{m.staff_security_set_up()}</Button></PostForm>
      </>
    );
  }
  if (!taken) return <AppCode factor={factor} intro={m.staff_security_take()} answer={answer} />;
  return (
    <>
      <p className="mb-3 max-w-prose">{m.staff_security_is_on()}</p>
      {!required && (
        <PostForm action={paths.secondStepRemoval()} reloadDocument>
          <input type="hidden" name="factor" value={factor} />
          <Button variant="secondary">{m.staff_security_remove()}</Button>
        </PostForm>
      )}
    </>
  );
}

/** Asks for a code of the app. */
export function AppCode({ factor, intro, answer }: { factor: string; intro: string; answer?: CodeAnswer }) {
  return (
    <PostForm action={paths.secondStep()} reloadDocument className="max-w-xl">
      <p className="mb-3 max-w-prose">{intro}</p>
      <input type="hidden" name="factor" value={factor} />
      <TextField label={m.staff_security_code()} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={10} defaultValue={answer?.typed} error={answer?.message} required />
      <Button>{m.staff_security_confirm()}</Button>
    </PostForm>
  );
}
