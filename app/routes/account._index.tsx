import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { type Access, landing, readAccess } from "~/access/access.server";
import { requireSession } from "~/access/guard.server";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_choose_title()) }];

/**
 * Whose details: the choice of those who act for several customers; everybody else is sent on. Who has just left their
 * only customer, or declined to act for one, is told so (`?left`, `?declined`).
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const access = await readAccess(db);
  const { customers, invitations, staff, mayClaim } = access;
  const { searchParams } = new URL(request.url);
  const told = searchParams.has("left") ? "left" as const : searchParams.has("declined") ? "declined" as const : null;
  if (customers.length === 0 && invitations.length === 0 && !staff && !mayClaim) {
    if (told) return { told, customers, invited: 0 };
    throw new Response(null, { status: 403 });
  }
  if (customers.length < 2) throw redirect(landing(access));
  return { told, customers, invited: invitations.length };
}

export default function ChooseAccount() {
  const { told, customers, invited } = useLoaderData<typeof loader>();
  if (customers.length === 0) return <NothingLeft declined={told === "declined"} />;
  return (
    <CustomerShell signOutAction={paths.signOut()}>
      {told && <Notice live tone="success" title={told === "left" ? m.people_left_title() : m.people_declined_title()} />}
      {invited > 0 && (
        <Notice title={m.people_invited_notice({ count: invited })}>
          <p className="mt-2"><ButtonLink variant="secondary" to={paths.acceptInvitation()}>{m.people_invited_answer()}</ButtonLink></p>
        </Notice>
      )}
      <PageTitle>{m.account_choose_title()}</PageTitle>
      <Choice customers={customers} />
    </CustomerShell>
  );
}

/** By name; the place tells branches of one name apart. */
function Choice({ customers }: Pick<Access, "customers">) {
  return (
    <ul className={`sheet pt-3 ${customers.length > 10 ? "gap-x-10 lg:columns-2" : "max-w-xl"}`}>
      {customers.map(({ id, name, place, accountNumber }) => (
        <li key={id} className="flex break-inside-avoid flex-wrap items-baseline gap-x-4 border-b border-rule py-3">
          <Link to={paths.account(id)} className="font-semibold"><bdi>{name ?? accountNumber}</bdi></Link>
          <span className="text-ink-soft">{place && <><bdi>{place}</bdi> · </>}<Reference>{accountNumber}</Reference></span>
        </li>
      ))}
    </ul>
  );
}

function NothingLeft({ declined }: { declined: boolean }) {
  return (
    <CustomerShell signOutAction={paths.signOut()}>
      <PageTitle intro={declined ? m.people_declined_text() : m.people_left_text()}>{declined ? m.people_declined_title() : m.people_left_title()}</PageTitle>
    </CustomerShell>
  );
}
