import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Kbd } from "~/ui/kbd";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";
import { Tag } from "~/ui/tag";
import { ClaimButton } from "./claim-button";
import type { TaskView } from "./task-view";
import type { TaskPageView } from "./task-view.server";

/** One task: whose, until when, what is to be decided (the children), who works on it, and who did before. */
export function TaskPage({ page, children }: { page: TaskPageView; children: ReactNode }) {
  const { task, supervises, takers, moves } = page;
  return (
    <>
      <PageTitle caption={<Link to={paths.tasks()}>{m.desk_tasks_title()}</Link>}>{task.title}</PageTitle>
      <div className="grid max-w-6xl gap-(--gap) lg:grid-cols-[5fr_3fr]">
        <section aria-label={m.tasks_to_decide()} className="sheet content-start pt-3"><Subject task={task} />{children}</section>
        <section aria-label={m.tasks_claimant()} className="sheet grid content-start gap-3 pt-3">
          <Claim task={task} supervises={supervises} />
          {supervises && takers.length > 0 && <Handing task={task.id} takers={takers} />}
          {moves.length > 0 && <Moves moves={moves} />}
        </section>
      </div>
    </>
  );
}

function Subject({ task: { accountNumber, customerName, due, dueAt, overdue, department, role } }: { task: TaskView }) {
  return (
    <div className="mb-3 border-b border-rule pb-3">
      <p>
        <Link to={paths.record(accountNumber)} className="font-semibold"><bdi>{customerName}</bdi></Link>{" "}
        <Reference>{accountNumber}</Reference>
      </p>
      <p className="text-sm text-ink-soft">
        <span title={dueAt}>{m.desk_task_due({ when: due })}</span> {overdue && <Tag tone="stale">{m.desk_task_overdue()}</Tag>} · {role}, <bdi>{department}</bdi>
      </p>
    </div>
  );
}

// Whoever decides has claimed by that; claiming only says so before others begin too.
function Claim({ task, supervises }: { task: TaskView; supervises: boolean }) {
  const back = paths.task(task.id);
  if (!task.claimedBy) {
    return (
      <div>
        <p className="mb-2">{m.tasks_unclaimed()}</p>
        <div className="flex items-center gap-2"><ClaimButton act="claim" task={task.id} back={back} /> <Kbd>c</Kbd></div>
      </div>
    );
  }
  return (
    <div>
      <p className="mb-2">{task.mine ? m.tasks_claimed_by_you() : <>{m.tasks_claimed_by()} <bdi className="font-semibold">{task.claimedBy}</bdi></>}</p>
      {(task.mine || supervises) && <div className="flex items-center gap-2"><ClaimButton act="release" task={task.id} back={back} /> <Kbd>r</Kbd></div>}
    </div>
  );
}

function Handing({ task, takers }: { task: string; takers: TaskPageView["takers"] }) {
  return (
    <PostForm action={paths.taskAssignment(task)}>
      <SelectField label={m.tasks_hand_to()} name="receiver" options={takers} required />
      <Button variant="secondary">{m.tasks_hand()}</Button>
    </PostForm>
  );
}

function Moves({ moves }: { moves: TaskPageView["moves"] }) {
  return (
    <div>
      <h2 className="text-base font-semibold">{m.tasks_moves()}</h2>
      <ol className="text-sm">
        {moves.map(({ when, told }) => <li key={`${when} ${told}`} className="py-0.5"><span className="text-ink-soft tabular-nums">{when}</span> <bdi>{told}</bdi></li>)}
      </ol>
    </div>
  );
}
