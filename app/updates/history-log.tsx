import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Reference } from "~/ui/reference";
import { VisuallyHidden } from "~/ui/visually-hidden";
import type { ChangeRow } from "./change-rows.server";
import type { StaffUpdateView } from "./update-view.server";

/**
 * Updates in tight rows for staff, newest first: when, who, on whose word, and what became what. `reversalOf` leads to where
 * one is taken back.
 */
export function HistoryLog({ updates, reversalOf }: { updates: StaffUpdateView[]; reversalOf?: (reference: string) => string }) {
  if (updates.length === 0) return <p className="py-1 text-ink-soft">{m.desk_history_none()}</p>;
  return (
    <ol>
      {updates.map(({ reference, occurredAt, when, how, identified, rows, undoes, undoneBy, reversible }) => (
        <li key={reference} id={reference} tabIndex={-1} className="border-b border-rule py-1.5 outline-offset-0 last:border-0 target:border-l-4 target:border-l-accent target:pl-2">
          <p className="text-sm text-ink-soft">
            <time dateTime={occurredAt} className="font-semibold text-ink tabular-nums">{when}</time> · <bdi>{how}</bdi>
            {identified && <> · {identified}</>} · <Reference>{reference}</Reference>
            {reversible && reversalOf && <> · <Link to={reversalOf(reference)}>{m.checks_reverse()}<VisuallyHidden> <Reference>{reference}</Reference></VisuallyHidden></Link></>}
          </p>
          {undoes && <p className="text-sm">{m.checks_undoes()} <Reference>{undoes}</Reference></p>}
          {undoneBy && <p className="text-sm">{m.checks_undone_by()} <Reference>{undoneBy}</Reference></p>}
          <ul>
            {rows.map((row, at) => <LogRow key={at} {...row} />)}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function LogRow({ op, heading, before, after, notes }: ChangeRow) {
  return (
    <li>
      <span className="text-ink-soft"><bdi>{heading}</bdi>: </span>
      {(op === "change" || op === "remove" || op === "cancel") && before.join() !== after.join() && (
        <>
          <VisuallyHidden>{m.shell_before()}: </VisuallyHidden>
          <del className="text-ink-soft"><bdi>{before.join(", ")}</bdi></del> <span aria-hidden="true">→</span>{" "}
        </>
      )}
      {op === "remove" ? m.account_removed() : (
        <>
          <VisuallyHidden>{m.shell_after()}: </VisuallyHidden>
          <bdi>{after.join(", ")}</bdi>
        </>
      )}
      {op === "confirm" && <> ({m.account_confirmed()})</>}
      {notes.map((note) => <span key={note} className="text-ink-soft"> · <bdi>{note}</bdi></span>)}
    </li>
  );
}
