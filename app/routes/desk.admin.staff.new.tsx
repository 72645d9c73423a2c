import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AdminFrame } from "~/desk/admin-frame";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { InviteFields, ProfileFields } from "~/staff/member-form";
import { readInvitee } from "~/staff/member-form.server";
import { viewStaff } from "~/staff/staff-view.server";
import { inviteStaff, readStaff } from "~/staff/staff.server";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary, errorsByName } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_invite()) }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, ...overview } = await readStaff(db);
  return { me, departments: viewStaff({ me, ...overview }).departments.map(({ code, name }) => ({ value: code, label: name })) };
}

/** Invites somebody and goes to their page; an address that is taken is told beside its field. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const read = readInvitee(await request.formData());
  if ("errors" in read) return data(read, { status: 422 });
  const { status, member } = await inviteStaff(db, read.read);
  if (status === "invited") return redirect(`${paths.staffMember(member)}?invited`);
  const email = status === "left" ? m.staff_error_left() : m.staff_error_here_already();
  return data({ typed: read.typed, errors: { email } }, { status: 422 });
}

export default function NewStaff() {
  const { me, departments } = useLoaderData<typeof loader>();
  const { typed, errors } = useActionData<typeof action>() ?? {};
  return (
    <AdminFrame me={me}>
      <ErrorSummary errors={errorsByName(errors)} />
      <PageTitle intro={m.staff_invite_intro()}>{m.staff_invite()}</PageTitle>
      <PostForm className="max-w-xl" reloadDocument>
        <InviteFields typed={typed} errors={errors} />
        <ProfileFields typed={typed} errors={errors} departments={departments} />
        <ButtonRow>
          <Button>{m.staff_send_invitation()}</Button>
          <ButtonLink variant="quiet" to={paths.staff()}>{m.staff_cancel()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </AdminFrame>
  );
}
