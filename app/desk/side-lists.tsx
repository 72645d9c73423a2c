import { Link } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Kbd } from "~/ui/kbd";
import { Reference } from "~/ui/reference";
import { Tag } from "~/ui/tag";
import type { Tone } from "~/ui/tone";
import { useShortcut } from "~/ui/use-shortcut";
import { Panel } from "./panel";
import type { CustomerRecord } from "./record.server";
import type { viewActivation, viewDocuments, viewReminders } from "./record-view.server";

const LETTER_KEY = "l";

/** An open concern as the record mentions it. */
export type OpenConcern = { reference: string; subject: string; state: string; tone: Tone; escalated: boolean };

type SideListsProps = {
  account: string;
  activation: ReturnType<typeof viewActivation>;
  concerns: OpenConcern[];
  logins: CustomerRecord["logins"];
  documents: ReturnType<typeof viewDocuments>;
  reminders: ReturnType<typeof viewReminders>;
};

/** What stands beside the details: open concerns, who may sign in, the last documents, the last reminders. */
export function SideLists({ account, activation, concerns, logins, documents, reminders }: SideListsProps) {
  return (
    <section aria-label={m.record_aside()} tabIndex={0} className="grid content-start gap-(--gap) sm:grid-cols-3 *:self-stretch lg:col-span-2 xl:col-span-1 xl:min-h-0 xl:grid-cols-1 xl:overflow-y-auto">
      <Panel title={m.concerns_desk_title()}>
        <Entries none={m.concerns_record_none()}>
          {concerns.map(({ reference, subject, state, tone, escalated }) => (
            <li key={reference}>
              <Link to={paths.deskConcern(reference)} className="font-semibold wrap-anywhere"><bdi>{subject}</bdi></Link>{" "}
              {escalated && <Tag tone="stale">{m.concerns_escalated()}</Tag>} <Tag tone={tone}>{state}</Tag>
            </li>
          ))}
        </Entries>
      </Panel>
      <Panel title={m.desk_logins()}>
        <Entries none={m.desk_logins_none()}>
          {logins.map(({ email, name, role, frozen }) => (
            <li key={email}>
              <bdi className="font-semibold">{name || email}</bdi>{" "}
              <span className="text-sm text-ink-soft">{role === "owner" ? m.desk_login_owner() : m.desk_login_member()}</span>{" "}
              {frozen && <Tag tone="on_hold">{m.desk_login_frozen()}</Tag>}
              {name && <bdi className="block text-sm break-all text-ink-soft">{email}</bdi>}
            </li>
          ))}
        </Entries>
        {activation && <ActivationLetter account={account} {...activation} />}
      </Panel>
      <Panel title={m.desk_documents()}>
        <Entries none={m.desk_documents_none()}>
          {documents.map(({ number, kind, issuedOn, amount }) => (
            <li key={number} className="flex flex-wrap justify-between gap-x-3 text-sm tabular-nums">
              <span>{kind} <Reference>{number}</Reference></span>
              <span className="ml-auto text-ink-soft">{issuedOn} · {amount}</span>
            </li>
          ))}
        </Entries>
      </Panel>
      <Panel title={m.desk_reminders()}>
        <Entries none={m.desk_reminders_none()}>
          {reminders.map(({ sent, medium, answer }) => (
            <li key={sent} className="text-sm"><span className="tabular-nums">{sent}</span> · {medium} · {answer}</li>
          ))}
        </Entries>
      </Panel>
    </section>
  );
}

function ActivationLetter({ account, told, mayOrder }: { account: string; told: string | null; mayOrder: boolean }) {
  const order = useRef<HTMLButtonElement>(null);
  // A letter is not sent by a slip of the finger: the key only leads to the button.
  useShortcut(LETTER_KEY, mayOrder ? () => order.current?.focus() : null, m.access_desk_letter_order());
  return (
    <div className="border-t border-rule py-1 text-sm">
      {told && <p>{told}</p>}
      {mayOrder && (
        <PostForm action={paths.recordActivationLetter(account)}>
          <Button ref={order} variant="secondary" aria-keyshortcuts={LETTER_KEY}>{m.access_desk_letter_order()}</Button> <Kbd>{LETTER_KEY}</Kbd>
        </PostForm>
      )}
    </div>
  );
}

function Entries({ none, children }: { none: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className="py-1 text-sm text-ink-soft">{none}</p>;
  return <ul className="divide-y divide-rule *:py-1">{children}</ul>;
}
