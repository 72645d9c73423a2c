import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { orderActivationLetter } from "~/access/activation.server";
import { AccountNumberField, readTypedAccount } from "~/access/account-number-field";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.access_letter_title()) }];

/** Orders the letter. Whatever account number is typed, the answer is the same. */
export async function action({ request }: ActionFunctionArgs) {
  const { typed, account } = readTypedAccount(await request.formData());
  if (!account) return data({ typed, message: m.access_claim_shape() }, { status: 422 });
  const answer = await orderActivationLetter(account, request);
  if (answer.state === "taken") return data({ ordered: true as const });
  return data({ typed, message: m.access_letter_limited({ time: timeOfDay(answer.retryAt, getLocale()) }), retryAt: answer.retryAt }, { status: 429 });
}

export default function OrderLetter() {
  const answer = useActionData<typeof action>();
  if (answer && "ordered" in answer) return <Ordered />;
  return (
    <CustomerShell>
      {answer && <ErrorSummary errors={[{ name: "account", message: answer.message }]} />}
      <PageTitle intro={m.access_letter_intro()}>{m.access_letter_title()}</PageTitle>
      <PostForm className="max-w-xl" reloadDocument>
        <AccountNumberField typed={answer?.typed} error={answer?.message} />
        <ButtonRow>
          <Button>{m.access_letter_order()}</Button>
          <ButtonLink variant="quiet" to={paths.activate()}>{m.access_letter_have_code()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </CustomerShell>
  );
}

function Ordered() {
  return (
    <CustomerShell>
      <PageTitle intro={m.access_letter_ordered_text()}>{m.access_letter_ordered_title()}</PageTitle>
      <Notice title={m.access_letter_not_coming_title()}><p>{m.access_letter_not_coming_text()}</p></Notice>
      <p><ButtonLink variant="secondary" to={paths.activate()}>{m.access_letter_have_code()}</ButtonLink></p>
    </CustomerShell>
  );
}
