import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { readSecondStep } from "~/access/second-step.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { SecurityPage } from "~/staff/security-page";
import { readSecurity } from "~/staff/security.server";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_security_title()) }];

/** The second step of signing in of whoever asks; whoever has yet to take it lands here from every page of the desk. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, ...rule } = await readSecurity(db);
  return { me, security: { ...rule, factor: rule.offered ? await readSecondStep(request) : null } };
}

export default function Security() {
  const { me, security } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      <PageTitle>{m.staff_security_title()}</PageTitle>
      <SecurityPage security={security} />
    </DeskFrame>
  );
}
