import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { REQUEST_ID } from "~/ui/form";
import { Kbd } from "~/ui/kbd";
import { useShortcut } from "~/ui/use-shortcut";
import type { AskedOutcome } from "./asked-outcome";
import type { Question } from "./questions.server";

const keys = { right: "1", changed: "2", declined: "3" } as const;

const told: Record<AskedOutcome, () => string> = {
  right: m.record_ask_told_right,
  declined: m.record_ask_told_declined,
  overtaken: m.record_ask_told_overtaken,
};

/**
 * What to ask while the customer is on the phone, one detail after the other, each answered by one key. The strip stays
 * where it is from one to the next, and so does the focus. Nothing is shown where nothing is to be asked.
 */
export function AskNow({ account, questions, requestId, outcome }: {
  account: string;
  questions: Question[];
  requestId: string;
  outcome: AskedOutcome | null;
}) {
  const [question, ...later] = questions;
  const strip = useRef<HTMLElement>(null);
  const over = question === undefined;
  // The button that had the focus has gone with the last question.
  useEffect(() => { if (over && document.activeElement === document.body) strip.current?.focus({ preventScroll: true }); }, [over]);
  if (over && outcome === null) return null;
  return (
    <section ref={strip} tabIndex={-1} aria-label={m.record_ask_title()} className="mb-(--gap) flex flex-wrap items-center gap-x-4 gap-y-1 border-l-4 border-due bg-card px-3 py-1.5 outline-none">
      <div role="status" className="min-w-0 grow">
        {outcome && <span className="mr-3 text-ink-soft">{told[outcome]()}</span>}
        {question ? <Asked question={question} /> : m.record_ask_done()}
        {later.length > 0 && <span className="ml-3 text-sm text-ink-soft">{m.record_ask_more({ next: later.map(({ heading }) => heading).join(", ") })}</span>}
      </div>
      {question && <Answers account={account} question={question} requestId={requestId} />}
    </section>
  );
}

function Asked({ question: { heading, lines, known } }: { question: Question }) {
  return (
    <>
      <strong>{m.record_ask_still_right()}</strong> <bdi>{heading}</bdi>: <bdi className="font-semibold tabular-nums">{lines.join(", ")}</bdi>{" "}
      <span className="text-sm text-ink-soft">({known})</span>
    </>
  );
}

function Answers({ account, question: { detail, version, changeAt }, requestId }: { account: string; question: Question; requestId: string }) {
  const fetcher = useFetcher();
  const navigate = useNavigate();
  const right = useRef<HTMLFormElement>(null);
  const declined = useRef<HTMLFormElement>(null);
  const idle = fetcher.state === "idle";
  const send = (form: HTMLFormElement | null) => { if (idle) form?.requestSubmit(); };
  useShortcut(keys.right, () => { send(right.current); }, m.record_ask_right());
  useShortcut(keys.changed, () => { navigate(changeAt); }, m.record_ask_changed());
  useShortcut(keys.declined, () => { send(declined.current); }, m.record_ask_declined());
  const asked = (
    <>
      <input type="hidden" name="detail" value={detail} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <fetcher.Form ref={right} method="post" action={paths.recordConfirmations(account)} preventScrollReset className="flex items-center gap-1.5">
        {asked}
        <input type="hidden" name={REQUEST_ID} value={requestId} />
        <Button aria-keyshortcuts={keys.right}>{m.record_ask_right()}</Button> <Kbd>{keys.right}</Kbd>
      </fetcher.Form>
      <span className="flex items-center gap-1.5">
        <ButtonLink variant="secondary" to={changeAt} aria-keyshortcuts={keys.changed}>{m.record_ask_changed()}</ButtonLink> <Kbd>{keys.changed}</Kbd>
      </span>
      <fetcher.Form ref={declined} method="post" action={paths.declinedQuestions(account)} preventScrollReset className="flex items-center gap-1.5">
        {asked}
        <Button variant="secondary" aria-keyshortcuts={keys.declined}>{m.record_ask_declined()}</Button> <Kbd>{keys.declined}</Kbd>
      </fetcher.Form>
    </div>
  );
}
