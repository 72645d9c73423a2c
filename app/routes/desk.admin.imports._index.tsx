import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AdminFrame } from "~/desk/admin-frame";
import { m } from "~/i18n/messages";
import { ImportTable } from "~/imports/import-table";
import { viewImport } from "~/imports/import-view.server";
import { readImports } from "~/imports/imports.server";
import { uploadError, uploadFile } from "~/imports/upload.server";
import { UploadForm } from "~/imports/upload-form";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.imports_title()) }];

/** The imports so far. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, imports } = await readImports(db);
  return { me, imports: imports.map(viewImport) };
}

/** Receives a file while it is being uploaded, and leads to its page. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  try {
    return redirect(paths.import(await uploadFile(db, request)));
  } catch (error) {
    return data({ error: uploadError(error) }, { status: 422 });
  }
}

export default function Imports() {
  const { me, imports } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AdminFrame me={me}>
      <PageTitle intro={m.imports_intro()}>{m.imports_title()}</PageTitle>
      <UploadForm error={refused?.error} />
      {imports.length > 0 ? <ImportTable imports={imports} /> : <EmptyState title={m.imports_none_title()}>{m.imports_none_text()}</EmptyState>}
    </AdminFrame>
  );
}
