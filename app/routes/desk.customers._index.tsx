import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { newCustomerFields } from "~/desk/new-customer-fields";
import { readEntry } from "~/desk/new-customer-form.server";
import { NewCustomerPage, type NewCustomerState } from "~/desk/new-customer-page";
import { newCustomerChoices, viewEntry } from "~/desk/new-customer-view.server";
import { enterCustomer, findAlike } from "~/desk/new-customers.server";
import { formText } from "~/form-text";
import { tooManyWords } from "~/i18n/retry";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { readRequestId } from "~/updates/request-id.server";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.finding_new_title()) }];

/** Reached by reloading: the search is the place. */
export function loader({ request }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.desk());
}

/** Enters a customer who was read back; whoever may be the same one is to be looked at first. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const form = await request.formData();
  const requestId = readRequestId(form);
  const { typed, errors, details } = readEntry(form);
  if (!details) {
    const { me } = await findAlike(db, []);
    return data<NewCustomerState>({ me, form: { typed, errors, ...newCustomerChoices() } }, { status: 422 });
  }
  const again = async (status: number, error?: { name?: string; message: string }) => {
    const { me, hits } = await findAlike(db, details);
    return data<NewCustomerState>({ me, check: { typed, rows: viewEntry(typed, details), alike: hits, requestId, error } }, { status });
  };
  const seen = formText(form, newCustomerFields.seen).split(",").filter(Boolean);
  if (seen.length > 0 && !form.has(newCustomerFields.different)) return again(422, { name: newCustomerFields.different, message: m.finding_alike_missing() });
  const entered = await enterCustomer(db, typed, details, seen, requestId);
  if (entered.status === "alike") return again(409);
  if (entered.status === "limited") return again(429, { message: tooManyWords(entered.retryAt) });
  // The caller is still there: an address that waits for its code comes first, the record after it.
  const [proof] = entered.proofs;
  return redirect(`${proof ? paths.emailProof(entered.account, proof) : paths.record(entered.account)}?saved=${entered.reference}`);
}

export default function EnteredCustomer() {
  const page = useActionData<typeof action>();
  return page ? <NewCustomerPage {...page} /> : null;
}
