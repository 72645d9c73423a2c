import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { landing, readAccess } from "~/access/access.server";
import { AccountNumberField, readTypedAccount } from "~/access/account-number-field";
import { claimAccount } from "~/access/claim.server";
import { requireSession } from "~/access/guard.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.access_claim_title()) }];

/** Asks for the account number at the first sign-in of an address that an import brought. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const access = await readAccess(db);
  if (!access.mayClaim) throw redirect(landing(access));
  return { email: access.email };
}

/** Opens the account whose number is right. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const { typed, account } = readTypedAccount(await request.formData());
  if (!account) return data({ typed, message: m.access_claim_shape() }, { status: 422 });
  const claim = await claimAccount(db, account);
  if (claim.state === "opened") throw redirect(paths.account(claim.customer));
  if (claim.state === "wrong") return data({ typed, message: m.access_claim_wrong() }, { status: 422 });
  return data({ typed, message: m.access_claim_locked({ time: timeOfDay(claim.retryAt, getLocale()) }), retryAt: claim.retryAt }, { status: 429 });
}

export default function ClaimAccount() {
  const refused = useActionData<typeof action>();
  return (
    <CustomerShell signOutAction={paths.signOut()}>
      {refused && <ErrorSummary errors={[{ name: "account", message: refused.message }]} />}
      <PageTitle intro={m.access_claim_intro()}>{m.access_claim_title()}</PageTitle>
      <PostForm className="max-w-xl">
        <AccountNumberField typed={refused?.typed} error={refused?.message} />
        <ButtonRow><Button>{m.access_claim_open()}</Button></ButtonRow>
      </PostForm>
    </CustomerShell>
  );
}
