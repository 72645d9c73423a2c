import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { countryChangedName } from "~/contact-details/address-fields";
import { newCustomerFields } from "~/desk/new-customer-fields";
import { prefilled, readEntry, readNewCustomer } from "~/desk/new-customer-form.server";
import { NewCustomerPage, type NewCustomerState } from "~/desk/new-customer-page";
import { newCustomerChoices, viewEntry } from "~/desk/new-customer-view.server";
import { findAlike } from "~/desk/new-customers.server";
import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { documentTitle } from "~/ui/document-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.finding_new_title()) }];

/** An empty form; a posted one brings its own page. */
export async function loader({ request }: LoaderFunctionArgs): Promise<NewCustomerState | null> {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const { me } = await findAlike(db, []);
  return { me, form: { typed: prefilled(""), errors: {}, ...newCustomerChoices() } };
}

/**
 * The form as the search that found nobody begins it, or as the check page leads back to it; or what was typed into it to be
 * read back, beside whoever the customer may be already. Nothing is saved here.
 */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const form = await request.formData();
  if (form.has(newCustomerFields.query)) return again(prefilled(formText(form, newCustomerFields.query)));
  if (form.has(newCustomerFields.entry)) return again(readEntry(form).typed);
  const { typed, errors, details } = readNewCustomer(form);
  if (form.has(countryChangedName)) return again(typed);
  if (!details) return again(typed, errors);
  const { me, hits } = await findAlike(db, details);
  return data<NewCustomerState>({ me, check: { typed, rows: viewEntry(typed, details), alike: hits, requestId: randomUUID() } });

  async function again(typed: ReturnType<typeof prefilled>, errors: Record<string, string> = {}) {
    const { me } = await findAlike(db, []);
    return data<NewCustomerState>({ me, form: { typed, errors, ...newCustomerChoices() } }, { status: Object.keys(errors).length > 0 ? 422 : 200 });
  }
}

export default function NewCustomer() {
  const empty = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? empty;
  return page && <NewCustomerPage {...page} />;
}
