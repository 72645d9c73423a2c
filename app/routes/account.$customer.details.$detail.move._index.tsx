import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import type { Detail } from "~/contact-details/detail.schema";
import { viewDetail } from "~/contact-details/detail-view.server";
import { AccountShell } from "~/customers/account-shell";
import type { DetailPage } from "~/customers/detail-page.schema";
import { PlannedChange } from "~/customers/planned-change";
import { readDetail } from "~/customers/portal.server";
import { viewerOf } from "~/customers/viewer.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { rowsOfChanges } from "~/updates/change-rows.server";
import { CheckForm } from "~/updates/check-page";
import { DetailEditor } from "~/updates/detail-fields";
import { detailForm, readDetailForm } from "~/updates/detail-form.server";
import { firstDay, lastDay } from "~/updates/from-day.server";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_move_title()) }];

/** What is planned for a detail, with a form over it; a posted form brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const page = await readDetail(db, parameter(params, "customer"), parameter(params, "detail"));
  if (!page.detail.upcoming) throw redirect(paths.detail(page.customer.id, page.detail.id));
  return { ...shownOf(page), form: detailForm(page, page.detail.kind, "move") };
}

/** Checks what was typed and shows it back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const posted = await request.formData();
  const page = await readDetail(db, parameter(params, "customer"), parameter(params, "detail"));
  const { kind } = page.detail;
  const result = readDetailForm(posted, page, kind, "move");
  const shown = shownOf(page);
  if ("form" in result) return data({ ...shown, form: result.form }, { status: Object.keys(result.form.errors).length > 0 ? 422 : 200 });
  const { changes } = result;
  if (changes.length === 0) return data({ ...shown, form: detailForm(page, kind, "move"), unchanged: true });
  return data({ ...shown, check: { changes, rows: rowsOfChanges(changes, page.customer.country), requestId: randomUUID() } });
}

function shownOf({ detail, customer, you, severalCustomers }: DetailPage & { detail: Detail }) {
  return {
    head: { customer, you, severalCustomers },
    locale: getLocale(),
    days: { first: firstDay(), last: lastDay() },
    requestId: randomUUID(),
    view: viewDetail(detail, viewerOf({ customer })),
  };
}

export default function Move() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { head, view } = page;
  const { id } = head.customer;
  const here = paths.move(id, view.id);
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
      <PageTitle caption={view.heading} intro={m.account_move_intro()}>{m.account_move_title()}</PageTitle>
      {"unchanged" in page && <Notice live title={m.account_nothing_changed()} />}
      <PlannedChange customer={id} view={view} requestId={page.requestId} />
      <h2 className="mt-10 mb-3 text-xl">{m.account_move_adjust()}</h2>
      <DetailEditor form={page.form} action={here} back={paths.account(id)} locale={page.locale} days={page.days} dayRequired />
    </AccountShell>
  );
}
