import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Reference } from "~/ui/reference";
import { ChangeList } from "./change-list";
import type { Presence } from "./presence";
import { PresenceChoice } from "./presence-choice";
import type { ReversalView } from "./reversal";

/** What an update did and what would be so again; or why it cannot be taken back, with the way on. */
export function ReversalPage({ account, view, checked, chosen, error, requestId }: {
  account: string;
  view: ReversalView;
  /** Whether the caller has passed the reader's check. */
  checked: boolean;
  chosen: Presence | "us" | null;
  error?: string;
  requestId: string;
}) {
  const { reference, when, how, identified, state, again, ownMistake } = view;
  return (
    <div className="max-w-3xl">
      <p className="mb-2 text-ink-soft">{when} · <bdi>{how}</bdi>{identified && <> · {identified}</>} · <Reference>{reference}</Reference></p>
      {state === "possible" ? (
        <PostForm action={paths.reversal(account, reference)} requestId={requestId} reloadDocument>
          <h2 className="mb-2 text-base">{m.checks_reverse_again()}</h2>
          <ChangeList rows={again} />
          <PresenceChoice chosen={chosen} checked={checked} error={error} ownMistake={ownMistake} />
          <ButtonRow>
            <Button variant="danger">{m.checks_reverse_do()}</Button>
            <ButtonLink variant="quiet" to={paths.record(account)}>{m.account_cancel()}</ButtonLink>
          </ButtonRow>
        </PostForm>
      ) : (
        <>
          <Notice tone="warning" title={m.checks_reverse_impossible()}><p>{whyNot(view)}</p></Notice>
          <ChangeList rows={view.rows} />
          <ButtonRow>
            {state !== "undone" && state !== "nothing" && <ButtonLink to={paths.correct(account)}>{m.desk_correct()}</ButtonLink>}
            <ButtonLink variant="secondary" to={paths.record(account)}>{m.desk_to_record()}</ButtonLink>
          </ButtonRow>
        </>
      )}
    </div>
  );
}

function whyNot({ state, changed, undoneBy }: ReversalView): string {
  if (state === "undone") return m.checks_reverse_undone({ reference: undoneBy ?? "" });
  if (state === "email") return m.checks_reverse_email();
  if (state === "changed") return m.checks_reverse_changed({ details: changed.join(", ") });
  return state === "beginning" ? m.checks_reverse_beginning() : m.checks_reverse_nothing();
}
