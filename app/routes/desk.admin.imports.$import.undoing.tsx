import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { AdminFrame } from "~/desk/admin-frame";
import { m } from "~/i18n/messages";
import { readImport, undoImport } from "~/imports/imports.server";
import { redirectedRefusal } from "~/imports/refused.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

/** Reached by reloading, it leads back: there is nothing to see here. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.import(parameter(params, "import")));
}

/** Takes the whole import back, or tells on which customers something was built. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const id = parameter(params, "import");
  let accounts: string[] = [];
  const done = await redirectedRefusal(paths.import(id), async () => { ({ accounts } = await undoImport(db, id)); });
  if (accounts.length === 0) return done;
  const { me, import: { fileName } } = await readImport(db, id);
  return data({ me, id, fileName, accounts }, { status: 409 });
}

export default function NotUndone() {
  const refused = useActionData<typeof action>();
  if (!refused) return null;
  const { me, id, fileName, accounts } = refused;
  return (
    <AdminFrame me={me}>
      <PageTitle caption={<Link to={paths.import(id)}><bdi>{fileName}</bdi></Link>}>{m.imports_built_on_title()}</PageTitle>
      <Notice live tone="warning"><p>{m.imports_built_on_text({ accounts: accounts.join(", ") })}</p></Notice>
    </AdminFrame>
  );
}
