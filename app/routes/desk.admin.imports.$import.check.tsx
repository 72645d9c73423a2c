import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { countryOptions } from "~/contact-details/country";
import { AdminFrame } from "~/desk/admin-frame";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { viewDetail } from "~/imports/import-view.server";
import { checkImport, readImport } from "~/imports/imports.server";
import { MappingForm } from "~/imports/mapping-form";
import { fieldOptions, readMapping, typedMapping } from "~/imports/mapping-form.server";
import { redirectedRefusal } from "~/imports/refused.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

/** Reached by reloading, it leads back: the import's own page has the form. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.import(parameter(params, "import")));
}

/** Has the lines checked; a form in which something is wrong comes back as it was filled in. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const id = parameter(params, "import");
  const form = await request.formData();
  const asked = readMapping(form);
  if ("columns" in asked) {
    return redirectedRefusal(paths.import(id), () => checkImport(db, id, asked.columns, asked.settings));
  }
  const { me, ...read } = await readImport(db, id);
  const detail = viewDetail(read, Date.now());
  const typed = typedMapping(form, detail.columns);
  return data({ me, id, title: detail.fileName, errors: asked.errors, ...typed, fields: fieldOptions(), countries: countryOptions(getLocale()) }, { status: 422 });
}

export default function RefusedMapping() {
  const refused = useActionData<typeof action>();
  if (!refused) return null;
  const { me, title, ...form } = refused;
  return (
    <AdminFrame me={me}>
      <PageTitle caption={m.imports_title()}><bdi>{title}</bdi></PageTitle>
      <MappingForm {...form} />
    </AdminFrame>
  );
}
