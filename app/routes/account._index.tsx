import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { landing, readAccess } from "~/access/access.server";
import { requireSession } from "~/access/guard.server";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_choose_title()) }];

/** Whose details: the choice of those who act for several customers; everybody else is sent on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const access = await readAccess(db);
  if (access.customers.length === 0 && !access.staff) throw new Response(null, { status: 403 });
  if (access.customers.length < 2) throw redirect(landing(access));
  return access.customers;
}

export default function ChooseAccount() {
  const customers = useLoaderData<typeof loader>();
  return (
    <CustomerShell signOutAction={paths.signOut()}>
      <PageTitle>{m.account_choose_title()}</PageTitle>
      <ul className="sheet max-w-xl pt-3">
        {customers.map(({ id, name, accountNumber }) => (
          <li key={id} className="border-b border-rule py-3 last:border-0">
            <Link to={paths.account(id)} className="font-semibold"><bdi>{name}</bdi></Link>{" "}
            <span className="text-ink-soft"><Reference>{accountNumber}</Reference></span>
          </li>
        ))}
      </ul>
    </CustomerShell>
  );
}
