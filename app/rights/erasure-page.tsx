import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";
import { SummaryList } from "~/ui/summary-list";
import type { ErasureView } from "./erasure-view.server";

/** What is wrong with one of the two forms, beside what was typed there. */
export type ErasureProblem = { field: "account" | "reason"; typed: string; message: string };

/** What an admin decides on: what goes, what stays, and the two ways out. */
export function ErasurePage({ erasure, problem }: { erasure: ErasureView; problem?: ErasureProblem }) {
  const { task, accountNumber, customerName, asked, due, goes, stays } = erasure;
  const of = (field: ErasureProblem["field"]) => (problem?.field === field ? { defaultValue: problem.typed, error: problem.message } : {});
  return (
    <>
      {problem && <ErrorSummary errors={[{ name: problem.field, message: problem.message }]} />}
      <PageTitle caption={asked} intro={due}>{m.rights_admin_title()}</PageTitle>
      <p className="mb-(--gap)"><Link to={paths.record(accountNumber)} className="font-semibold"><bdi>{customerName}</bdi></Link> <Reference>{accountNumber}</Reference></p>
      <div className="grid gap-x-10 lg:grid-cols-2">
        <section aria-labelledby="goes"><h2 id="goes" className="mb-2 text-lg">{m.rights_admin_goes()}</h2><SummaryList rows={goes} /></section>
        <section aria-labelledby="stays"><h2 id="stays" className="mb-2 text-lg">{m.rights_admin_stays()}</h2><SummaryList rows={stays} /></section>
        <PostForm action={paths.erasure(task)} reloadDocument>
          <p className="mb-3 max-w-prose">{m.rights_admin_final()}</p>
          <TextField label={m.rights_admin_type_account()} name="account" inputMode="numeric" autoComplete="off" maxLength={20} required {...of("account")} />
          <Button variant="danger">{m.rights_admin_erase()}</Button>
        </PostForm>
        <PostForm action={paths.erasureRefusal(task)} reloadDocument className="mt-(--gap) lg:mt-0">
          <p className="mb-3 max-w-prose">{m.rights_admin_refuse_text()}</p>
          <TextField label={m.rights_admin_reason()} name="reason" autoComplete="off" maxLength={500} required {...of("reason")} />
          <Button variant="secondary">{m.rights_admin_refuse()}</Button>
        </PostForm>
      </div>
    </>
  );
}
