import { Link, useNavigate } from "@remix-run/react";
import type { PendingEmail } from "~/contact-details/detail.schema";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Kbd } from "~/ui/kbd";
import { useShortcut } from "~/ui/use-shortcut";
import type { Warning } from "./warnings.server";

/** An open task as the record mentions it. */
export type OpenTask = { id: string; title: string; due: string; proposed?: string };

const keys = { code: "c", task: "t" } as const;

type WaitingProps = { account: string; pendingEmails: PendingEmail[]; tasks: OpenTask[]; warnings: Warning[] };

/**
 * What to know of this record before anything else, in one band: what waits, such as an address for its code or a task for a
 * decision, and what to mind. Nothing where there is nothing.
 */
export function Waiting({ account, pendingEmails, tasks, warnings }: WaitingProps) {
  useWaysOn(account, pendingEmails[0], tasks[0]);
  const waits = pendingEmails.length > 0 || tasks.length > 0;
  if (!waits && warnings.length === 0) return null;
  return (
    <div className="mb-(--gap) border-l-4 border-stale bg-card px-3 py-1">
      {warnings.length > 0 && <Warnings warnings={warnings} />}
      {waits && (
        <ul aria-label={m.desk_waiting()} className="flex flex-wrap gap-x-6">
          {pendingEmails.map(({ proof, email }, at) => (
            <li key={proof}>
              {m.desk_email_waits()} <bdi className="font-semibold">{email}</bdi>{" "}
              <Link to={paths.emailProof(account, proof)} aria-keyshortcuts={at === 0 ? keys.code : undefined}>{m.desk_enter_code()}</Link>
              {at === 0 && <> <Kbd>{keys.code}</Kbd></>}
            </li>
          ))}
          {tasks.map(({ id, title, proposed, due }, at) => (
            <li key={id}>
              {title} {proposed && <bdi className="font-semibold">{proposed}</bdi>}{" "}
              <span className="text-ink-soft">{m.desk_task_due({ when: due })}</span>{" "}
              <Link to={paths.task(id)} aria-keyshortcuts={at === 0 ? keys.task : undefined}>{m.desk_task_decide()}</Link>
              {at === 0 && <> <Kbd>{keys.task}</Kbd></>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Warnings({ warnings }: Pick<WaitingProps, "warnings">) {
  return (
    <ul aria-label={m.record_warnings()} className="flex flex-wrap gap-x-6 font-semibold">
      {warnings.map(({ text, to }) => (
        <li key={text}><span aria-hidden="true" className="text-stale">▲</span> {to ? <Link to={to}><bdi>{text}</bdi></Link> : <bdi>{text}</bdi>}</li>
      ))}
    </ul>
  );
}

function useWaysOn(account: string, email: PendingEmail | undefined, task: OpenTask | undefined) {
  const navigate = useNavigate();
  useShortcut(keys.code, email ? () => { navigate(paths.emailProof(account, email.proof)); } : null, m.desk_enter_code());
  useShortcut(keys.task, task ? () => { navigate(paths.task(task.id)); } : null, m.desk_task_decide());
}
