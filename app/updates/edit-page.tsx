import type { ReactNode } from "react";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import type { Option } from "~/ui/field";
import { FirstSubmit } from "~/ui/first-submit";
import { PostForm } from "~/ui/form";
import type { EditField } from "./edit-field";
import { EditFieldset, type Editor, type FieldsContext } from "./edit-fields";

/**
 * The form over all of a customer's own details; more of a kind stand folded at its end. `by` is who fills it in:
 * staff have it set in columns, and their browser offers nothing of their own for it.
 */
export function EditForm({ by = "customer", action, back, fields, errors, locale, countries, children }: {
  by?: Editor;
  action: string;
  back: string;
  fields: EditField[];
  errors: Record<string, string | undefined>;
  locale: Locale;
  countries?: Option[];
  /** Questions of the page itself, above the details. */
  children?: ReactNode;
}) {
  const listed = Object.entries(errors).flatMap(([name, message]) => (message ? [{ name, message }] : []));
  const context: FieldsContext = { by, errors, locale, countries };
  const more = fields.filter(({ detail }) => detail === null);
  return (
    <>
      <ErrorSummary errors={listed} />
      <PostForm action={action} reloadDocument className={by === "customer" ? "max-w-xl" : undefined}>
        <FirstSubmit />
        {children}
        <div className={by === "customer" ? undefined : "columns-[24rem] gap-x-8 *:break-inside-avoid"}>
          {fields.filter(({ detail }) => detail !== null).map((field) => (
            <EditFieldset key={field.name} {...context} field={field} />
          ))}
        </div>
        <details className="mb-(--gap)" open={more.some(({ typed, name }) => typed !== "" || errors[`${name}.value`])}>
          <summary className="py-3 font-label font-semibold">{m.account_add_more()}</summary>
          {more.map((field) => <EditFieldset key={field.name} {...context} field={field} />)}
        </details>
        <ButtonRow>
          <Button>{m.account_check_answers()}</Button>
          <ButtonLink variant="quiet" to={back}>{m.account_cancel()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </>
  );
}
