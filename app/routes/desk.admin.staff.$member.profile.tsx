import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { AdminFrame } from "~/desk/admin-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readProfile } from "~/staff/member-form.server";
import { MemberPage } from "~/staff/member-page";
import { viewMemberPage } from "~/staff/staff-view.server";
import { changeStaff, readMember } from "~/staff/staff.server";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary, errorsByName } from "~/ui/error-summary";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_title()) }];

/** Reached by reloading: the member's page is the place. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.staffMember(parameter(params, "member")));
}

/** Saves what somebody is called, may do and belongs to; what cannot be is told beside its field. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const member = parameter(params, "member");
  const { typed, ...profile } = readProfile(await request.formData());
  const errors = "errors" in profile ? profile.errors : await changeStaff(db, member, profile.read).then(() => null, roleRefused);
  if (!errors) return redirect(`${paths.staffMember(member)}?saved`);
  const { me, ...read } = await readMember(db, member);
  return data({ me, page: viewMemberPage({ me, ...read }), typed, errors }, { status: 422 });
}

// What remains to be refused, of a form of ours, is taking the role from the last admin.
function roleRefused(error: unknown) {
  if (!(error instanceof Refusal)) throw error;
  return { role: errorText(error.messageKey) };
}

export default function StaffProfile() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, page, typed, errors } = answer;
  return (
    <AdminFrame me={me}>
      <ErrorSummary errors={errorsByName(errors)} />
      <MemberPage page={page} typed={typed} errors={errors} />
    </AdminFrame>
  );
}
