import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { countryOptions } from "~/contact-details/country";
import { AdminFrame } from "~/desk/admin-frame";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { ImportStage } from "~/imports/import-stage";
import { refusalText, viewDetail } from "~/imports/import-view.server";
import { readImport } from "~/imports/imports.server";
import { MappingForm } from "~/imports/mapping-form";
import { fieldOptions, initialSettings } from "~/imports/mapping-form.server";
import { Problems } from "~/imports/problems";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.detail.fileName ?? m.imports_title()) }];

/** An import at whatever stage it is. After an act that came too late, the address says `?refused=` why. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, ...read } = await readImport(db, parameter(params, "import"));
  const detail = viewDetail(read, Date.now());
  return {
    me,
    detail,
    refused: refusalText(new URL(request.url).searchParams.get("refused")),
    mapping: detail.state === "mapping" || detail.state === "checked"
      ? { columns: detail.columns, settings: detail.settings ?? initialSettings(), fields: fieldOptions(), countries: countryOptions(getLocale()) }
      : null,
  };
}

export default function ImportPage() {
  const { me, detail, refused, mapping } = useLoaderData<typeof loader>();
  return (
    <AdminFrame me={me}>
      <PageTitle caption={<Link to={paths.imports()}>{m.imports_back()}</Link>} intro={detail.readAs}><bdi>{detail.fileName}</bdi> <span className="text-lg text-ink-soft">{detail.stateText}</span></PageTitle>
      {refused && <Notice live tone="warning" title={refused} />}
      <ImportStage {...detail} />
      {mapping && detail.state === "mapping" && (
        <>
          {detail.failed && <Notice tone="warning" title={m.imports_check_failed()} />}
          <p className="mb-2 max-w-prose">{detail.remembered ? m.imports_columns_remembered() : m.imports_columns_intro()}</p>
          <MappingForm id={detail.id} {...mapping} errors={[]} />
        </>
      )}
      <Problems {...detail} />
      {mapping && detail.state === "checked" && (
        <details className="mt-(--gap)">
          <summary className="cursor-pointer font-label font-semibold">{m.imports_check_again()}</summary>
          <div className="mt-2"><MappingForm id={detail.id} {...mapping} errors={[]} /></div>
        </details>
      )}
    </AdminFrame>
  );
}
