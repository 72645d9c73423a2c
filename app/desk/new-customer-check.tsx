import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { SummaryList } from "~/ui/summary-list";
import { ValueLines } from "~/ui/value-lines";
import { type Hit, HitList } from "./hit-list";
import { newCustomerFields } from "./new-customer-fields";
import type { TypedCustomer } from "./new-customer.schema";

/**
 * What was typed, to read back, and beside it whoever the customer may be already: then one goes on only by saying that it
 * is none of them. Nothing is saved before this form is sent.
 */
export function NewCustomerCheck({ typed, rows, alike, requestId, error }: {
  typed: TypedCustomer;
  rows: { label: string; lines: string[] }[];
  alike: Hit[];
  requestId: string;
  /** Why it was not entered; `name` leads to the field where there is one. */
  error?: { name?: string; message: string };
}) {
  return (
    <>
      <ErrorSummary errors={error ? [error] : []} />
      {alike.length > 0 && (
        <Notice tone="warning" title={m.finding_alike_title()}>
          <p className="mb-2">{m.finding_alike_text()}</p>
          <HitList label={m.finding_alike_title()} hits={alike} inNewTab />
        </Notice>
      )}
      <PostForm action={paths.customers()} requestId={requestId} reloadDocument className="max-w-3xl">
        <SummaryList rows={rows.map(({ label, lines }) => ({ label, value: <ValueLines lines={lines} /> }))} />
        <input type="hidden" name={newCustomerFields.entry} value={JSON.stringify(typed)} />
        <input type="hidden" name={newCustomerFields.seen} value={alike.map(({ accountNumber }) => accountNumber).join(",")} />
        {alike.length > 0 && (
          <Checkbox required name={newCustomerFields.different} label={m.finding_alike_different()} error={error?.name === newCustomerFields.different ? error.message : undefined} />
        )}
        <ButtonRow>
          <Button>{m.finding_new_save()}</Button>
          <Button variant="secondary" formAction={paths.newCustomer()}>{m.account_go_back()}</Button>
        </ButtonRow>
      </PostForm>
    </>
  );
}
