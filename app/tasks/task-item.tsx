import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Reference } from "~/ui/reference";
import { Tag } from "~/ui/tag";
import { reasonName } from "./reason-name";

type NameTask = { cause: "company_name_change"; current: string; proposed: string; version: number };
type FrozenTask = { cause: "sign_in_frozen"; reference: string };
type DisputedTask = { cause: "update_disputed"; reference: string; undone: boolean };
type EscalatedTask = { cause: "concern_escalated"; reference: string };
type ErasureTask = { cause: "erasure_requested" };
type CommitmentTask = { cause: "commitment_due" | "commitment_overdue"; commitment: string; what: string };

/** A task as lists show it. */
export type TaskView = {
  id: string;
  accountNumber: string;
  customerName: string;
  title: string;
  due: string;
  overdue: boolean;
} & (NameTask | FrozenTask | DisputedTask | EscalatedTask | ErasureTask | CommitmentTask);

/** What was typed as the reason, and what is wrong with it. */
type Answer = { typed?: string; error?: string };

/** One task on its card: whose, until when, what is asked, and the decision. */
export function TaskItem({ task, ...answer }: Answer & { task: TaskView }) {
  return (
    <article aria-labelledby={task.id} className="sheet mb-(--gap) grid gap-x-8 gap-y-3 pt-3 md:grid-cols-[2fr_3fr]">
      <div>
        <h2 id={task.id} className="text-lg">{task.title}</h2>
        <p>
          <Link to={paths.record(task.accountNumber)} className="font-semibold"><bdi>{task.customerName}</bdi></Link>{" "}
          <Reference>{task.accountNumber}</Reference>
        </p>
        <p className="mt-1 text-sm text-ink-soft">
          {m.desk_task_due({ when: task.due })} {task.overdue && <Tag tone="stale">{m.desk_task_overdue()}</Tag>}
        </p>
      </div>
      <Decision task={task} {...answer} />
    </article>
  );
}

function Decision({ task, ...answer }: Answer & { task: TaskView }) {
  switch (task.cause) {
    case "company_name_change":
      return <NameDecision task={task} {...answer} />;
    case "sign_in_frozen":
      return <CallBack task={task} text={m.desk_task_frozen_text()} {...answer} />;
    case "update_disputed":
      return <CallBack task={task} text={task.undone ? m.links_task_undone() : m.links_task_not_undone()} {...answer} />;
    case "concern_escalated":
      return <p className="max-w-prose">{m.concerns_task_escalated_text()} <Link to={paths.deskConcern(task.reference)}><Reference>{task.reference}</Reference></Link></p>;
    case "commitment_due":
    case "commitment_overdue":
      return <p className="max-w-prose">{m.commitments_task_text()} <Link to={paths.commitment(task.commitment)}><bdi>{task.what}</bdi></Link></p>;
    case "erasure_requested":
      return <p className="max-w-prose">{m.rights_task_erasure_text()} <Link to={paths.erasure(task.id)}>{m.rights_task_erasure_link()}</Link></p>;
  }
}

// Two forms, so that Enter in the reason of a refusal never accepts.
function NameDecision({ task, ...answer }: Answer & { task: NameTask & { id: string } }) {
  const action = paths.taskOutcome(task.id);
  return (
    <div>
      <dl className="mb-3 grid grid-cols-[auto_1fr] items-baseline gap-x-4">
        <dt className="text-ink-soft">{m.desk_task_current_name()}</dt>
        <dd><bdi>{task.current}</bdi></dd>
        <dt className="text-ink-soft">{m.desk_task_proposed_name()}</dt>
        <dd className="text-lg font-semibold"><bdi>{task.proposed}</bdi></dd>
      </dl>
      <PostForm reloadDocument action={action}>
        <input type="hidden" name="version" value={task.version} />
        <Button name="outcome" value="accepted">{m.desk_task_accept()}</Button>
      </PostForm>
      <details className="mt-2" open={answer.error !== undefined}>
        <summary className="py-1 font-label font-semibold">{m.desk_task_refuse_open()}</summary>
        <PostForm reloadDocument action={action}>
          <Reason label={m.desk_task_refusal_reason()} hint={m.desk_task_refusal_hint()} task={task.id} required {...answer} />
          <Button variant="secondary" name="outcome" value="refused">{m.desk_task_refuse()}</Button>
        </PostForm>
      </details>
    </div>
  );
}

function CallBack({ task, text, ...answer }: Answer & { task: (FrozenTask | DisputedTask) & { id: string }; text: string }) {
  return (
    <PostForm reloadDocument action={paths.taskOutcome(task.id)}>
      <p className="mb-3 max-w-prose">{text} <Reference>{task.reference}</Reference></p>
      <Reason label={m.desk_task_done_note()} task={task.id} {...answer} />
      <Button name="outcome" value="accepted">{m.desk_task_done()}</Button>
    </PostForm>
  );
}

function Reason({ task, typed, ...field }: Answer & { label: string; hint?: string; required?: boolean; task: string }) {
  return <TextField name={reasonName(task)} defaultValue={typed} maxLength={500} autoComplete="off" {...field} />;
}
