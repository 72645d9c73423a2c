import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { formatPhone } from "~/contact-details/phone";
import { readCall, writeCall } from "~/desk/call-cookie.server";
import { DeskFrame } from "~/desk/desk-frame";
import { type Hit, HitList } from "~/desk/hit-list";
import type { Me } from "~/desk/me.schema";
import { NewCustomerButton } from "~/desk/new-customer-button";
import { readQuery } from "~/desk/search-box";
import { readRecent, searchCaller, searchCustomers } from "~/desk/search.server";
import { MOST_FOUND } from "~/exports/export";
import { ExportButtons } from "~/exports/export-buttons";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { company } from "../../kartei.config";

// As many as the database hands out.
const MOST_HITS = 20;

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_search_title()) }];

/** The records opened last, or whose number the call comes from that a phone system has just told of; a search brings its own answer. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const number = await readCall(request);
  if (number === null) return { recent: await readRecent(db) };
  const { me, hits, exact } = await searchCaller(db, number);
  const answered = { headers: { "Set-Cookie": await writeCall(null) } };
  return exact ? redirect(exact, answered) : data({ call: { me, hits, query: formatPhone(number, company.defaultCountry) } }, answered);
}

/** Searches; an account number, a reference or a document's number leads right to the record. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const query = readQuery(await request.formData());
  if (query === "") return redirect(paths.desk());
  const { me, hits, exact } = await searchCustomers(db, query);
  return exact ? redirect(exact) : data({ me, hits, query });
}

export default function Desk() {
  const first = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  if (found) return <Hits {...found} />;
  if (!first) return null;
  if ("call" in first) return <Hits {...first.call} />;
  const { me, hits } = first.recent;
  return (
    <DeskFrame me={me} search={{ query: "" }}>
      <PageTitle intro={m.finding_intro()}>{m.desk_search_title()}</PageTitle>
      {hits.length > 0 && <h2 className="mb-2 text-lg">{m.desk_recent_title()}</h2>}
      {hits.length > 0
        ? <HitList label={m.desk_recent_title()} hits={hits} />
        : <EmptyState title={m.desk_recent_empty_title()}>{m.desk_recent_empty_text()}</EmptyState>}
      <NewCustomerButton query="" />
    </DeskFrame>
  );
}

function Hits({ me, query, hits }: { me: Me; query: string; hits: Hit[] }) {
  return (
    <DeskFrame me={me} search={{ query }}>
      {hits.length === 0
        ? <PageTitle intro={m.finding_no_hits_text()}>{m.desk_no_hits_title({ query })}</PageTitle>
        : (
          <>
            <PageTitle intro={hits.length === MOST_HITS && m.desk_hits_more()}>{m.desk_hits_title({ count: hits.length, query })}</PageTitle>
            <HitList label={m.desk_hits_label()} hits={hits} />
          </>
        )}
      <NewCustomerButton query={query} />
      {hits.length > 0 && (me.role === "supervisor" || me.role === "admin") && <ExportButtons scope="search" query={query} text={exportText()} />}
    </DeskFrame>
  );
}

function exportText(): string {
  return m.exports_search_text({ most: new Intl.NumberFormat(getLocale()).format(MOST_FOUND) });
}
