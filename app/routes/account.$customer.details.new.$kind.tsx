import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { AccountShell } from "~/customers/account-shell";
import type { DetailPage } from "~/customers/detail-page.schema";
import { addTitle } from "~/contact-details/list-title";
import { readNewDetail } from "~/customers/portal.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { rowsOfChanges } from "~/updates/change-rows.server";
import { CheckForm } from "~/updates/check-page";
import { isManyKind, type ManyKind } from "~/contact-details/many-kinds";
import { DetailEditor } from "~/updates/detail-fields";
import { detailForm, readDetailForm } from "~/updates/detail-form.server";
import { firstDay, lastDay } from "~/updates/from-day.server";
import { siteParameter, wantedSite } from "~/updates/site-choice.server";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_add_title()) }];

/** An empty form for one more of a kind; a posted form brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const kind = kindOf(parameter(params, "kind"));
  if (answersPost(request)) return null;
  const page = await readNewDetail(db, parameter(params, "customer"), siteParameter(request));
  return { ...shownOf(page, kind), form: detailForm(page, kind) };
}

/** Checks what was typed and shows it back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const kind = kindOf(parameter(params, "kind"));
  const posted = await request.formData();
  const page = await readNewDetail(db, parameter(params, "customer"), siteParameter(request), wantedSite(posted));
  const result = readDetailForm(posted, page, kind);
  const shown = shownOf(page, kind);
  if ("form" in result) return data({ ...shown, form: result.form }, { status: Object.keys(result.form.errors).length > 0 ? 422 : 200 });
  const { changes } = result;
  return data({ ...shown, check: { changes, rows: rowsOfChanges(changes, page.customer.country), requestId: randomUUID() } });
}

function kindOf(kind: string): ManyKind {
  if (!isManyKind(kind)) throw new Response(null, { status: 404 });
  return kind;
}

function shownOf({ customer, you, severalCustomers }: DetailPage, kind: ManyKind) {
  return { head: { customer, you, severalCustomers }, kind, locale: getLocale(), days: { first: firstDay(), last: lastDay() } };
}

export default function NewDetail() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { head, kind } = page;
  const { id } = head.customer;
  const here = paths.newDetail(id, kind);
  if ("check" in page) {
    return (
      <AccountShell head={head}>
        <PageTitle intro={m.account_check_intro()}>{m.account_check_title()}</PageTitle>
        <CheckForm {...page.check} saveAction={paths.updates(id)} editAction={here} />
      </AccountShell>
    );
  }
  return (
    <AccountShell head={head}>
      <PageTitle>{addTitle(kind)}</PageTitle>
      <DetailEditor form={page.form} action={here} back={paths.account(id)} locale={page.locale} days={page.days} />
    </AccountShell>
  );
}
