import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { type KeyingContext, KeyingFields } from "./keying-fields";

/** The form over a sheet's contents. `children` are the questions about the paper itself; without them it begins with the account. */
export function KeyingForm({ action, requestId, submit, children, ...fields }: KeyingContext & {
  action: string;
  requestId: string;
  submit: string;
  children?: ReactNode;
}) {
  const listed = Object.entries(fields.errors).flatMap(([name, message]) => (message ? [{ name: name || undefined, message }] : []));
  return (
    <>
      <ErrorSummary errors={listed} />
      <PostForm action={action} requestId={requestId}>
        {children}
        <KeyingFields {...fields} autoFocus={!children} />
        <ButtonRow>
          <Button>{submit}</Button>
          <ButtonLink variant="quiet" to={paths.writtenChanges()}>{m.paper_cancel()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </>
  );
}
