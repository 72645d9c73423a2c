import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import type { Detail } from "~/contact-details/detail.schema";
import { viewDetail } from "~/contact-details/detail-view.server";
import { kindLabel } from "~/contact-details/labels";
import { AccountShell } from "~/customers/account-shell";
import { DetailStanding } from "~/customers/detail-standing";
import { DetailStatus } from "~/customers/detail-status";
import type { DetailPage } from "~/customers/detail-page.schema";
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
import { alikeOf } from "~/updates/same-address.server";
import { SameAddressQuestion } from "~/updates/same-address-question";
import { wantedSite } from "~/updates/site-choice.server";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_change()) }];

/** One detail with its form, and what else can be done with it; a posted form brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const page = await readDetail(db, parameter(params, "customer"), parameter(params, "detail"));
  const changed = new URL(request.url).searchParams.has("changed");
  return { ...shownOf(page), changed, form: detailForm(page, page.detail.kind) };
}

/** Checks what was typed and shows it back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const posted = await request.formData();
  const page = await readDetail(db, parameter(params, "customer"), parameter(params, "detail"), wantedSite(posted));
  const { kind } = page.detail;
  const result = readDetailForm(posted, page, kind);
  const shown = { ...shownOf(page), changed: false };
  if ("form" in result) return data({ ...shown, form: result.form }, { status: Object.keys(result.form.errors).length > 0 ? 422 : 200 });
  const { changes } = result;
  if (changes.length === 0) return data({ ...shown, form: detailForm(page, kind), unchanged: true });
  const alike = alikeOf(changes[0], page.sameAddresses);
  return data({ ...shown, alike, check: { changes, rows: rowsOfChanges(changes, page.customer.country), requestId: randomUUID() } });
}

function shownOf({ detail, customer, you, severalCustomers, belongings, belongingsCount }: DetailPage & { detail: Detail }) {
  const viewer = viewerOf({ customer });
  return {
    head: { customer, you, severalCustomers },
    belongingsCount,
    locale: getLocale(),
    days: { first: firstDay(), last: lastDay() },
    requestId: randomUUID(),
    view: viewDetail(detail, viewer),
    belongings: belongings.map((one) => ({ ...viewDetail(one, viewer), requestId: randomUUID() })),
  };
}

export default function OneDetail() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { head, view } = page;
  const { id } = head.customer;
  const here = paths.detail(id, view.id);
  if ("check" in page) {
    return (
      <AccountShell head={head}>
        <PageTitle intro={m.account_check_intro()}>{m.account_check_title()}</PageTitle>
        <CheckForm {...page.check} saveAction={paths.updates(id)} editAction={here}>
          {page.alike && <SameAddressQuestion alike={page.alike} />}
        </CheckForm>
      </AccountShell>
    );
  }
  return (
    <AccountShell head={head}>
      <PageTitle caption={view.label && <bdi>{view.label}</bdi>}>{m.account_change_detail({ detail: kindLabel(view.kind) })}</PageTitle>
      <DetailStatus customer={id} view={view} />
      {page.changed && <Notice live tone="warning" title={m.account_look_again()} />}
      {"unchanged" in page && <Notice live title={m.account_nothing_changed()} />}
      <DetailEditor form={page.form} action={here} back={paths.account(id)} locale={page.locale} days={page.days} />
      <DetailStanding customer={id} view={view} belongings={page.belongings} belongingsCount={page.belongingsCount} requestId={page.requestId} />
    </AccountShell>
  );
}
