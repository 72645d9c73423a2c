import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Tag } from "~/ui/tag";
import { ChangeTable } from "./change-table";
import { ProfileFields, type TypedMember } from "./member-form";
import type { MemberPageView } from "./staff-view.server";
import { MemberViewTable } from "./view-tables";

/** One member of staff: their profile to change, the way out or back in, and the traces they left. */
export function MemberPage({ page, typed, errors }: { page: MemberPageView; typed?: TypedMember; errors?: Partial<Record<keyof TypedMember, string>> }) {
  const { member, changes, views, older } = page;
  return (
    <>
      <PageTitle caption={<Link to={paths.staff()}>{m.staff_title()}</Link>}><bdi>{member.name}</bdi></PageTitle>
      <p className="mb-(--gap) flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <Tag tone={member.tone}>{member.state}</Tag>
        <bdi className="break-all">{member.email}</bdi>
        <span className="text-ink-soft">{m.staff_last_seen()}: {member.lastSeen}</span>
        <span className="text-ink-soft">{m.staff_since({ day: member.since })}</span>
      </p>
      <div className="grid gap-6 xl:grid-cols-[2fr_3fr]">
        <div>
          <PostForm action={paths.staffProfile(member.id)} reloadDocument className="max-w-xl">
            <ProfileFields typed={typed ?? page.typed} errors={errors} departments={page.departments} />
            <Button>{m.staff_save()}</Button>
          </PostForm>
          <div className="mt-(--gap) flex flex-wrap items-center gap-3"><Presence member={member} /></div>
        </div>
        <div className="grid content-start gap-6">
          {changes.length > 0 && <ChangeTable changes={changes} />}
          {views.length > 0
            ? <div><MemberViewTable views={views} /><Pager next={older && `${paths.staffMember(member.id)}?before=${encodeURIComponent(older)}`} /></div>
            : <EmptyState title={m.staff_views_none()} />}
        </div>
      </div>
    </>
  );
}

function Presence({ member: { id, active, awaited } }: Pick<MemberPageView, "member">) {
  if (!active) return <PostForm action={paths.staffReactivation(id)}><Button variant="secondary">{m.staff_reactivate()}</Button></PostForm>;
  return (
    <>
      {awaited && <PostForm action={paths.staffInvitation(id)}><Button variant="secondary">{m.staff_invite_again()}</Button></PostForm>}
      <ButtonLink variant="secondary" to={paths.staffDeactivation(id)}>{m.staff_deactivate()}</ButtonLink>
    </>
  );
}
