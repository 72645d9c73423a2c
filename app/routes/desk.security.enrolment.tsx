import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { beginEnrolment } from "~/access/second-step.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { AppCode } from "~/staff/security-page";
import { qrCode, readSecurity } from "~/staff/security.server";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { company } from "../../kartei.config";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_security_title()) }];

/** Reached by reloading: setting up begins anew. */
export function loader({ request }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.security());
}

/** Begins to set the second step up and shows what the app takes, once. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, offered } = await readSecurity(db);
  const begun = offered ? await beginEnrolment(request, company.name) : null;
  if (!begun) return redirect(paths.security());
  return { me, factor: begun.factor, secret: begun.secret, qr: qrCode(begun.uri) };
}

export default function Enrolment() {
  const begun = useActionData<typeof action>();
  if (!begun) return null;
  const { me, factor, secret, qr } = begun;
  return (
    <DeskFrame me={me}>
      <PageTitle intro={m.staff_security_scan()}>{m.staff_security_title()}</PageTitle>
      <svg role="img" aria-label={m.staff_security_qr()} viewBox={`0 0 ${qr.size} ${qr.size}`} className="mb-3 w-56">
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p className="mb-3">{m.staff_security_or_type()} <code className="font-ref break-all">{secret}</code></p>
      <AppCode factor={factor} intro={m.staff_security_then()} />
    </DeskFrame>
  );
}
