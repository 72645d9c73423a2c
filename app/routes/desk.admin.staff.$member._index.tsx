import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AdminFrame } from "~/desk/admin-frame";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { readBefore } from "~/read-before";
import { MemberPage } from "~/staff/member-page";
import { viewMemberPage } from "~/staff/staff-view.server";
import { readMember } from "~/staff/staff.server";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";

export const handle = { hydrate: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.page.member.name ?? m.staff_title()) }];

const said = { invited: m.staff_said_invited, just_invited: m.staff_said_just_invited, here_already: m.staff_said_here_already, saved: m.staff_said_saved, deactivated: m.staff_said_deactivated, reactivated: m.staff_said_reactivated };

/** One member of staff; looks at records `?before=` a moment, and what came of the last act. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { searchParams } = new URL(request.url);
  const { me, ...read } = await readMember(db, parameter(params, "member"), readBefore(request));
  const [key, word] = Object.entries(said).find(([one]) => searchParams.has(one)) ?? [];
  const done = key !== "just_invited" && key !== "here_already";
  return { me, page: viewMemberPage({ me, ...read }), notice: word?.(), done };
}

export default function StaffMember() {
  const { me, page, notice, done } = useLoaderData<typeof loader>();
  return (
    <AdminFrame me={me}>
      {notice && <Notice live tone={done ? "success" : "warning"} title={notice} />}
      <MemberPage page={page} />
    </AdminFrame>
  );
}
