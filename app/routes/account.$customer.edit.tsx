import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { editAnchor } from "~/customers/edit-anchor";
import { readOverview } from "~/customers/portal.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { rowsOfChanges } from "~/updates/change-rows.server";
import { CheckForm } from "~/updates/check-page";
import { editFields, readEdit } from "~/updates/edit-form.server";
import { EditForm } from "~/updates/edit-page";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_edit_title()) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { details, ...head } = await readOverview(db, parameter(params, "customer"));
  return { head, locale: getLocale(), form: { fields: editFields(details, head.customer), errors: {} } };
}

/** Checks what was typed and shows it back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const form = await request.formData();
  const { details, customer } = await readOverview(db, parameter(params, "customer"));
  const result = readEdit(form, details, customer);
  if ("fields" in result) return data({ form: result }, { status: Object.keys(result.errors).length > 0 ? 422 : 200 });
  return data({ check: { changes: result.changes, rows: rowsOfChanges(result.changes, customer.country), requestId: randomUUID() } });
}

export default function Edit() {
  const { head, locale, form: stored } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const { id } = head.customer;
  if (posted && "check" in posted && posted.check.changes.length > 0) {
    return (
      <AccountShell head={head}>
        <PageTitle intro={m.account_check_intro()}>{m.account_check_title()}</PageTitle>
        <CheckForm {...posted.check} saveAction={paths.updates(id)} editAction={paths.edit(id)} />
      </AccountShell>
    );
  }
  const { fields, errors } = posted && "form" in posted ? posted.form : stored;
  return (
    <AccountShell head={head}>
      <PageTitle intro={m.account_edit_intro()}>{m.account_edit_title()}</PageTitle>
      {posted && "check" in posted && <Notice live title={m.account_nothing_changed()} />}
      <EditForm
        action={paths.edit(id)}
        back={paths.account(id)}
        fields={fields}
        errors={errors}
        locale={locale}
        anchorOf={({ detail, kind }) => (detail ? editAnchor({ id: detail, kind }) : undefined)}
      />
    </AccountShell>
  );
}
