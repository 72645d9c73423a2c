import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { viewDetail } from "~/contact-details/detail-view.server";
import { AccountShell } from "~/customers/account-shell";
import { AddLinks } from "~/customers/add-links";
import { DetailFinder } from "~/customers/detail-finder";
import { DetailList } from "~/customers/detail-list";
import { listTitle } from "~/contact-details/list-title";
import { type DetailList as Found, readDetails } from "~/customers/portal.server";
import { viewerOf } from "~/customers/viewer.server";
import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { isManyKind, type ManyKind } from "~/contact-details/many-kinds";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_sites_title()) }];

/** All shipping addresses, or all of another kind, page by page; a search brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const kind = kindOf(request);
  const page = Number(new URL(request.url).searchParams.get("page")) || 1;
  return shownOf(await readDetails(db, parameter(params, "customer"), kind, "", page), kind, "");
}

/** Those that match what was typed, which stands in no address. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const kind = kindOf(request);
  const form = await request.formData();
  const wanted = formText(form, "wanted").trim().slice(0, 200);
  const found = await readDetails(db, parameter(params, "customer"), kind, wanted, Number(formText(form, "page")) || 1);
  return data(shownOf(found, kind, wanted));
}

function kindOf(request: Request): ManyKind {
  const kind = new URL(request.url).searchParams.get("kind") ?? "shipping_address";
  if (!isManyKind(kind)) throw new Response(null, { status: 404 });
  return kind;
}

function shownOf({ customer, you, severalCustomers, details, ...list }: Found, kind: ManyKind, wanted: string) {
  const viewer = viewerOf({ customer });
  const views = details.map((detail) => ({ ...viewDetail(detail, viewer), site: detail.site, belongings: detail.belongings }));
  return { head: { customer, you, severalCustomers }, list: { ...list, kind, wanted, views } };
}

export default function Sites() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { head, list } = page;
  return (
    <AccountShell head={head}>
      <PageTitle>{listTitle(list.kind)}</PageTitle>
      <DetailFinder customer={head.customer.id} {...list} />
      <DetailList customer={head.customer.id} {...list} />
      <div className="mt-(--gap)"><AddLinks customer={head.customer.id} kinds={[list.kind]} /></div>
    </AccountShell>
  );
}
