import { type FetcherWithComponents, useFetcher } from "@remix-run/react";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { Tag } from "~/ui/tag";
import { useShortcut } from "~/ui/use-shortcut";
import type { CheckAct, CheckView } from "./check-view";
import { checkKindLabel } from "./check-words";
import { CheckLines } from "./check-lines";
import { OverrideForm } from "./override-form";
import { PointsBar } from "./points-bar";
import { useSecondsLeft } from "./use-seconds-left";

const KEY = "i";

/**
 * "Who is calling?": each thing that can be asked on a line of its own, and what has been reached. Where scripts run, an
 * answer is sent without leaving the page, so that nothing typed beside it is lost; `act` is what came of one sent without.
 */
export function CallerCheckPanel({ account, check: loaded, act, open = false }: { account: string; check: CheckView; act?: CheckAct; open?: boolean }) {
  const panel = useRef<HTMLDetailsElement>(null);
  const { fetcher, last, check, left, passed } = useCheck(account, loaded, act);
  useFocusAfter(fetcher, panel);
  useShortcut(KEY, () => { openAt(panel.current); }, m.checks_title());
  return (
    <details ref={panel} open={open} className={`mb-(--gap) border-l-4 bg-card px-3 py-1 ${passed ? "border-fresh" : check.state === "locked" ? "border-stale" : "border-edge"}`}>
      <summary aria-keyshortcuts={KEY} className="cursor-pointer py-1">
        <h2 className="mr-3 inline text-base">{m.checks_title()}</h2>
        <PointsBar points={check.points} needed={check.needed} passed={passed} />{" "}
        <State check={check} passed={passed} left={left} /> <span className="ml-2"><Kbd>{KEY}</Kbd></span>
      </summary>
      <div role="status" className={last?.good ? "font-semibold text-fresh" : "font-semibold text-danger"}>{last && <p className="py-1">{last.message}</p>}</div>
      {passed
        ? <EndForm account={account} fetcher={fetcher} />
        : <CheckLines account={account} check={check} fetcher={fetcher} act={last} />}
      {check.mayRecordDigits && passed && <DigitsForm account={account} fetcher={fetcher} act={last} />}
      {check.override && <OverrideForm account={account} override={check.override} fetcher={fetcher} act={last} />}
    </details>
  );
}

// Goes to the first thing that can be asked.
function openAt(panel: HTMLDetailsElement | null): void {
  if (!panel) return;
  panel.open = true;
  (panel.querySelector<HTMLElement>("input:not([type=hidden]), button") ?? panel.querySelector("summary"))?.focus();
}

/** What may be told and done once the caller has passed the check, which may happen on this very page, and run out on it. */
export function WhileChecked({ account, check, children }: { account: string; check: CheckView; children: ReactNode }) {
  return useCheck(account, check).passed ? children : null;
}

// The check as it was loaded, or as the last answer left it; the panel and what depends on it share the answers.
function useCheck(account: string, loaded: CheckView, act?: CheckAct) {
  const fetcher = useFetcher<CheckAct>({ key: `caller check ${account}` });
  const last = fetcher.data ?? act;
  const check = last && Date.parse(last.check.asOf) >= Date.parse(loaded.asOf) ? last.check : loaded;
  const left = useSecondsLeft(check.secondsLeft, check.asOf);
  return { fetcher, last, check, left, passed: check.state === "passed" && left !== 0 };
}

function State({ check, passed, left }: { check: CheckView; passed: boolean; left: number | null }) {
  if (passed) {
    return (
      <>
        <Tag tone="fresh">{m.checks_passed()}</Tag>{" "}
        <span className="text-ink-soft">{(check.by ?? []).map((kind) => (kind === "override" ? m.checks_by_override() : checkKindLabel(kind))).join(", ")} · {timeLeft(left ?? 0)}</span>
      </>
    );
  }
  if (check.state === "locked") return <Tag tone="stale">{m.checks_locked_until({ time: check.lockedUntil ?? "" })}</Tag>;
  return <span className="text-ink-soft">{m.checks_points({ points: Math.min(check.points, check.needed), needed: check.needed })}</span>;
}

function timeLeft(seconds: number): string {
  return seconds >= 60 ? m.checks_minutes_left({ count: Math.ceil(seconds / 60) }) : m.checks_seconds_left({ count: seconds });
}

type PanelFetcher = FetcherWithComponents<CheckAct>;

// After an answer the keyboard goes on where there is something to do.
function useFocusAfter(fetcher: PanelFetcher, panel: RefObject<HTMLDetailsElement>): void {
  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data || !panel.current) return;
    const { about, good, check } = fetcher.data;
    const same = panel.current.querySelector<HTMLInputElement>(`input[data-kind="${about}"]`);
    if (!good && same) { same.focus(); same.select(); return; }
    if (check.state === "passed") { panel.current.querySelector("summary")?.focus(); return; }
    const fields = [...panel.current.querySelectorAll<HTMLInputElement>("input[data-kind]")];
    const place = (kind: string | undefined) => check.kinds.findIndex((one) => one.kind === kind);
    (fields.find(({ dataset }) => place(dataset.kind) > place(about)) ?? fields[0])?.focus();
  }, [fetcher.state, fetcher.data, panel]);
}

function EndForm({ account, fetcher }: { account: string; fetcher: PanelFetcher }) {
  return (
    <fetcher.Form method="post" action={paths.callerCheckEnd(account)} className="py-1">
      <Button variant="quiet">{m.checks_end()}</Button>
    </fetcher.Form>
  );
}

function DigitsForm({ account, fetcher, act }: { account: string; fetcher: PanelFetcher; act?: CheckAct }) {
  return (
    <fetcher.Form method="post" action={paths.callerIdDigits(account)} className="flex flex-wrap items-center gap-2 py-1">
      <label htmlFor="caller-digits">{m.checks_record_digits()}</label>
      <input id="caller-digits" name="digits" className="control w-24" maxLength={10} autoComplete="off" spellCheck={false} defaultValue={act?.about === "digits" ? act.typed : undefined} />
      <Button variant="secondary">{m.checks_record()}</Button>
    </fetcher.Form>
  );
}
