import type { ReactNode } from "react";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FirstSubmit } from "~/ui/first-submit";
import { PostForm } from "~/ui/form";
import type { TypedCorrection } from "./correction-field";
import { CorrectionFields } from "./correction-fields";
import type { AskedView } from "./review-view";

/** The form over all that a link asks about; its title stands between the summary of errors and the fields. */
export function CorrectionForm({ asked, typed, errors, action, back, locale, children }: {
  asked: AskedView[];
  typed: Record<string, TypedCorrection>;
  /** Sentences by input name; one that is about no input stands under "". */
  errors: Record<string, string | undefined>;
  action: string;
  back: string;
  locale: Locale;
  children: ReactNode;
}) {
  const listed = Object.entries(errors).flatMap(([name, message]) => (message ? [{ name: name || undefined, message }] : []));
  return (
    <>
      <ErrorSummary errors={listed} />
      {children}
      <PostForm action={action} reloadDocument className="max-w-xl">
        <FirstSubmit />
        {asked.map((one) => {
          const given = typed[one.id];
          return given && <CorrectionFields key={one.id} asked={one} typed={given} errors={errors} locale={locale} />;
        })}
        <ButtonRow>
          <Button>{m.account_check_answers()}</Button>
          <ButtonLink variant="quiet" to={back}>{m.account_cancel()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </>
  );
}
