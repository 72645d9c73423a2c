import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { AdminFrame } from "~/desk/admin-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { InHand } from "~/staff/in-hand";
import { viewMemberPage } from "~/staff/staff-view.server";
import { readMember, setStaffActive } from "~/staff/staff.server";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_deactivate()) }];

/** What somebody has in hand, before they are let in no more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, ...read } = await readMember(db, parameter(params, "member"));
  if (!read.member.active) throw redirect(paths.staffMember(read.member.id));
  return { me, page: viewMemberPage({ me, ...read }) };
}

/** Ends somebody's access at once; not that of the last admin. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const member = parameter(params, "member");
  try {
    await setStaffActive(db, member, false);
    return redirect(`${paths.staffMember(member)}?deactivated`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data({ message: errorText(error.messageKey) }, { status: error.status });
  }
}

export default function Deactivation() {
  const { me, page: { member, inHand } } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AdminFrame me={me}>
      {refused && <ErrorSummary errors={[refused]} />}
      <PageTitle caption={<bdi>{member.name}</bdi>} intro={m.staff_deactivation_intro()}>{m.staff_deactivation_title()}</PageTitle>
      <section aria-label={m.staff_in_hand()} className="sheet max-w-3xl pt-3"><p className="mb-1">{m.staff_in_hand_text()}</p><InHand inHand={inHand} /></section>
      <PostForm reloadDocument>
        <ButtonRow>
          <Button variant="danger">{m.staff_deactivate_now()}</Button>
          <ButtonLink variant="quiet" to={paths.staffMember(member.id)}>{m.staff_cancel()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </AdminFrame>
  );
}
