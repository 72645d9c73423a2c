import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";

/** The form's field. */
export const CODE = "code";

/** Where somebody with a letter types its code; `error` says why it led nowhere, and what was typed stays. */
export function TypedCodePage({ typed, error }: { typed?: string; error?: string }) {
  return (
    <CustomerShell>
      {error && <ErrorSummary errors={[{ name: CODE, message: error }]} />}
      <PageTitle intro={m.letters_code_intro()}>{m.letters_code_title()}</PageTitle>
      <PostForm action={paths.typedCode()} className="max-w-xl">
        <TextField
          label={m.letters_code_label()}
          hint={m.letters_code_hint()}
          name={CODE}
          defaultValue={typed}
          error={error}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          maxLength={40}
          required
        />
        <ButtonRow><Button>{m.letters_code_go()}</Button></ButtonRow>
      </PostForm>
      <p className="mt-(--gap) max-w-prose text-ink-soft">{m.letters_code_help()}</p>
    </CustomerShell>
  );
}
