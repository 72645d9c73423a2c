import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longDay } from "~/i18n/times";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { IndexCard } from "~/ui/card";
import { PostForm } from "~/ui/form";
import type { Invitation } from "./people.server";
import { roleName } from "./role";

/** An invitation that waits for its answer; owners may take it back. */
export function InvitationCard({ customer, invitation, byOwner }: { customer: string; invitation: Invitation; byOwner: boolean }) {
  const { id, name, email, role, expiresAt } = invitation;
  return (
    <IndexCard
      heading="h3"
      label={m.people_invited_as({ role: roleName(role) })}
      lines={[name]}
      note={<bdi className="break-all">{email}</bdi>}
      mark={<span className="text-ink-soft">{m.people_invited_until({ day: longDay(expiresAt, getLocale()) })}</span>}
      actions={byOwner && (
        <PostForm action={paths.invitationWithdrawal(customer, id)}>
          <Button variant="quiet" aria-label={m.people_withdraw_invitation({ name })}>{m.people_withdraw()}</Button>
        </PostForm>
      )}
    />
  );
}
