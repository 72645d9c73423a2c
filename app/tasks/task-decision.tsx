import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Reference } from "~/ui/reference";
import { reasonName } from "./reason-name";
import { SignInRelease } from "./sign-in-release";
import type { TaskView } from "./task-view";
import type { TaskPageView } from "./task-view.server";

/** What was typed as the reason, what is wrong with it, and which logins were ticked. */
export type Answer = { typed?: string; error?: string; letIn?: string[] };

/** What is asked, and the decision; nothing to decide for who may not: somebody else has claimed it. */
export function TaskDecision({ page, ...answer }: Answer & { page: TaskPageView }) {
  const { task, supervises, frozenLogins } = page;
  const may = supervises || task.mine || !task.claimedBy;
  switch (task.cause) {
    case "company_name_change":
      return <NameDecision task={task} may={may} {...answer} />;
    case "sign_in_frozen":
      return (
        <>
          <Asked text={m.desk_task_frozen_text()} reference={task.reference} />
          {supervises ? <SignInRelease task={task.id} logins={frozenLogins} {...answer} /> : <p className="mb-3 max-w-prose">{m.tasks_frozen_supervisor()}</p>}
          {may && <CallBack task={task.id} done={m.tasks_frozen_leave()} hint={m.tasks_frozen_leave_hint()} {...(supervises ? {} : answer)} />}
        </>
      );
    case "update_disputed":
      return (
        <>
          <Asked text={task.undone ? m.links_task_undone() : m.links_task_not_undone()} reference={task.reference} />
          {may && <CallBack task={task.id} done={m.desk_task_done()} {...answer} />}
        </>
      );
    case "concern_escalated":
      return (
        <>
          <p className="mb-3 max-w-prose">{m.concerns_task_escalated_text()} <Link to={paths.deskConcern(task.reference)}><Reference>{task.reference}</Reference></Link></p>
          {may && <CallBack task={task.id} done={m.tasks_escalated_done()} hint={m.tasks_escalated_done_hint()} {...answer} />}
        </>
      );
    case "erasure_requested":
      return <p className="max-w-prose">{m.rights_task_erasure_text()} <Link to={paths.erasure(task.id)}>{m.rights_task_erasure_link()}</Link></p>;
  }
}

function Asked({ text, reference }: { text: string; reference: string }) {
  return <p className="mb-3 max-w-prose">{text} <Reference>{reference}</Reference></p>;
}

// Two forms, so that Enter in the reason of a refusal never accepts.
function NameDecision({ task, may, ...answer }: Answer & { task: Extract<TaskView, { cause: "company_name_change" }>; may: boolean }) {
  const action = paths.taskOutcome(task.id);
  return (
    <div>
      <dl className="mb-3 grid grid-cols-[auto_1fr] items-baseline gap-x-4">
        <dt className="text-ink-soft">{m.desk_task_current_name()}</dt>
        <dd><bdi>{task.current}</bdi></dd>
        <dt className="text-ink-soft">{m.desk_task_proposed_name()}</dt>
        <dd className="text-lg font-semibold"><bdi>{task.proposed}</bdi></dd>
      </dl>
      {may && (
        <>
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
        </>
      )}
    </div>
  );
}

function CallBack({ task, done, hint, typed, error }: Answer & { task: string; done: string; hint?: string }) {
  return (
    <PostForm reloadDocument action={paths.taskOutcome(task)}>
      <Reason label={m.desk_task_done_note()} hint={hint} task={task} typed={typed} error={error} />
      <Button variant="secondary" name="outcome" value="accepted">{done}</Button>
    </PostForm>
  );
}

function Reason({ task, typed, label, hint, required, error }: Pick<Answer, "typed" | "error"> & { label: string; hint?: string; required?: boolean; task: string }) {
  return <TextField name={reasonName(task)} defaultValue={typed} maxLength={500} autoComplete="off" label={label} hint={hint} required={required} error={error} />;
}
