import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { SelectField, TextAreaField, TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import type { ConcernErrors, SiteChoice, Typed } from "./concern-form.server";
import { type ConcernKind, MESSAGE_MAX, SUBJECT_MAX } from "./concern";

/** The short form for a concern of one kind; it is sent at once, its page is the confirmation. */
export function NewConcernForm({ customer, kind, sites, typed, errors, requestId }: {
  customer: string;
  kind: ConcernKind;
  sites: SiteChoice;
  typed: Typed;
  errors: ConcernErrors;
  requestId: string;
}) {
  return (
    <PostForm action={`${paths.newConcern(customer)}?kind=${kind}`} requestId={requestId} reloadDocument className="max-w-xl">
      {sites.by !== "none" && <SiteField sites={sites} typed={typed.site} error={sentence(errors.site)} />}
      <TextField label={m.concerns_subject()} name="subject" defaultValue={typed.subject} error={sentence(errors.subject)} maxLength={SUBJECT_MAX} autoComplete="off" required />
      <TextAreaField label={textLabel[kind]()} hint={textHint[kind]()} name="text" rows={9} defaultValue={typed.text} error={sentence(errors.text)} maxLength={MESSAGE_MAX} required />
      {(kind === "question" || kind === "complaint") && <Checkbox label={m.concerns_about_invoice()} name="about_invoice" defaultChecked={typed.aboutInvoice} />}
      <ButtonRow>
        <Button>{m.concerns_send()}</Button>
        <ButtonLink variant="quiet" to={paths.concerns(customer)}>{m.account_cancel()}</ButtonLink>
      </ButtonRow>
    </PostForm>
  );
}

function SiteField({ sites, typed, error }: { sites: Exclude<SiteChoice, { by: "none" }>; typed: string; error?: string }) {
  const field = { label: m.concerns_site(), name: "site", error, required: true };
  if (sites.by === "typing") return <TextField {...field} hint={m.concerns_site_typing()} defaultValue={typed} maxLength={200} autoComplete="off" />;
  return <SelectField {...field} options={[{ value: "", label: m.concerns_site_choose() }, ...sites.options]} defaultValue={typed} autoComplete="off" />;
}

function sentence(key: string | undefined): string | undefined {
  return key && errorText(key);
}

const textLabel = {
  question: m.concerns_text_question,
  complaint: m.concerns_text_complaint,
  suggestion: m.concerns_text_suggestion,
  order_request: m.concerns_text_order_request,
};

const textHint = {
  question: m.concerns_text_question_hint,
  complaint: m.concerns_text_complaint_hint,
  suggestion: m.concerns_text_suggestion_hint,
  order_request: m.concerns_text_order_request_hint,
};
