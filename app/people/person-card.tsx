import { longDay } from "~/i18n/times";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { IndexCard } from "~/ui/card";
import { Tag } from "~/ui/tag";
import type { Person } from "./people.server";
import { roleName } from "./role";

/** Somebody who may sign in. An owner may remove everybody, a member only themselves; the last owner stays. */
export function PersonCard({ customer, person, byOwner }: { customer: string; person: Person; byOwner: boolean }) {
  const { name, email, role, since, frozen, you, lastOwner } = person;
  return (
    <IndexCard
      heading="h3"
      label={you ? m.people_you({ role: roleName(role) }) : roleName(role)}
      lines={[name || email]}
      note={<bdi className="break-all">{email}</bdi>}
      tone={frozen ? "on_hold" : "plain"}
      mark={frozen ? <Tag tone="on_hold">{m.people_frozen()}</Tag> : <span className="text-ink-soft">{m.people_since({ day: longDay(since, getLocale()) })}</span>}
      actions={(byOwner || you) && !lastOwner && <RemoveLink customer={customer} person={person} />}
    />
  );
}

function RemoveLink({ customer, person: { id, name, email, you } }: { customer: string; person: Person }) {
  return (
    <ButtonLink variant="quiet" to={paths.loginRemoval(customer, id)} aria-label={you ? undefined : m.people_remove_person({ name: name || email })}>
      {you ? m.people_leave() : m.people_remove()}
    </ButtonLink>
  );
}
