import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { readCheck } from "~/caller-checks/caller-checks.server";
import { CheckPage } from "~/caller-checks/check-page";
import { viewCheckPage } from "~/caller-checks/check-view.server";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.checks_title()) }];

export const shouldRevalidate = keepWhileChecking;

/** Who is calling, asked on a page of its own. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  return viewCheckPage(await readCheck(db, parameter(params, "account")));
}

export default function CallerCheck() {
  const { me, ...page } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      <CheckPage {...page} />
    </DeskFrame>
  );
}
