import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { AccountShell } from "~/customers/account-shell";
import { firstOfAKind, type Overview, readOverview } from "~/customers/portal.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { rowsOfChanges } from "~/updates/change-rows.server";
import { CheckForm } from "~/updates/check-page";
import { addableKinds } from "~/updates/edit-field";
import { editFields, readEdit } from "~/updates/edit-form.server";
import { EditForm } from "~/updates/edit-page";
import { alikeOf } from "~/updates/same-address.server";
import { SameAddressQuestion } from "~/updates/same-address-question";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_edit_title()) }];

/** The form over the details as they are stored; a posted form brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const { details, sameAsBilling: _, ...head } = await readOverview(db, parameter(params, "customer"));
  return { head, capped: isCapped(head), locale: getLocale(), form: { fields: editFields(details, head.customer), errors: {} } };
}

/** Checks what was typed and shows it back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const form = await request.formData();
  const { details, sameAsBilling, ...head } = await readOverview(db, parameter(params, "customer"));
  const { customer } = head;
  const page = { head, capped: isCapped(head), locale: getLocale() };
  const result = readEdit(form, details, customer);
  if ("fields" in result) return data({ ...page, form: result }, { status: Object.keys(result.errors).length > 0 ? 422 : 200 });
  const { changes } = result;
  if (changes.length === 0) return data({ ...page, form: { fields: editFields(details, customer), errors: {} }, unchanged: true });
  const alike = alikeOf(changes.find(({ kind }) => kind === "billing_address"), sameAsBilling ?? []);
  return data({ ...page, alike, check: { changes, rows: rowsOfChanges(changes, customer.country), requestId: randomUUID() } });
}

// The form shows as many of each kind as the overview does.
function isCapped({ counts }: Pick<Overview, "counts">): boolean {
  return addableKinds.some((kind) => (counts[kind] ?? 0) > firstOfAKind);
}

export default function Edit() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { head, locale } = page;
  const { id } = head.customer;
  if ("check" in page) {
    return (
      <AccountShell head={head}>
        <PageTitle intro={m.account_check_intro()}>{m.account_check_title()}</PageTitle>
        <CheckForm {...page.check} saveAction={paths.updates(id)} editAction={paths.edit(id)}>
          {page.alike && <SameAddressQuestion alike={page.alike} />}
        </CheckForm>
      </AccountShell>
    );
  }
  const { fields, errors } = page.form;
  return (
    <AccountShell head={head}>
      <PageTitle intro={m.account_edit_intro()}>{m.account_edit_title()}</PageTitle>
      {page.capped && <p className="mb-(--gap) max-w-prose">{m.account_edit_first()}</p>}
      {"unchanged" in page && <Notice live title={m.account_nothing_changed()} />}
      <EditForm
        action={paths.edit(id)}
        back={paths.account(id)}
        fields={fields}
        errors={errors}
        locale={locale}
      />
    </AccountShell>
  );
}
