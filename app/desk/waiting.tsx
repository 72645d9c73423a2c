import { Link } from "@remix-run/react";
import type { PendingEmail } from "~/contact-details/detail.schema";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";

/** An open task as the record mentions it. */
export type OpenTask = { id: string; title: string; due: string; proposed?: string };

/** What waits on this record, above everything else: addresses for their code, tasks for a decision. Nothing where nothing waits. */
export function Waiting({ account, pendingEmails, tasks }: { account: string; pendingEmails: PendingEmail[]; tasks: OpenTask[] }) {
  if (pendingEmails.length === 0 && tasks.length === 0) return null;
  return (
    <ul aria-label={m.desk_waiting()} className="mb-(--gap) border-l-4 border-due bg-card px-3 py-1">
      {pendingEmails.map(({ proof, email }) => (
        <li key={proof} className="py-1">
          {m.desk_email_waits()} <bdi className="font-semibold">{email}</bdi>{" "}
          <Link to={paths.emailProof(account, proof)}>{m.desk_enter_code()}</Link>
        </li>
      ))}
      {tasks.map(({ id, title, proposed, due }) => (
        <li key={id} className="py-1">
          {title} {proposed && <bdi className="font-semibold">{proposed}</bdi>}{" "}
          <span className="text-ink-soft">{m.desk_task_due({ when: due })}</span>{" "}
          <Link to={paths.taskOutcome(id)}>{m.desk_task_decide()}</Link>
        </li>
      ))}
    </ul>
  );
}
