import { type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "~/ui/button";
import { ROWS_MAX } from "./note";

/** A row of fields, which are named by its number; `fresh` was added just now. */
export type Row<Typed> = { typed: Typed; number: number; fresh: boolean };

/** Rows of fields to which others may be added and from which each may be taken away; `onChange` follows once they stand in the form. */
export function useRows<Typed>(rows: Typed[], onChange: () => void) {
  const [shown, setShown] = useState((): Row<Typed>[] => rows.map((typed, number) => ({ typed, number, fresh: false })));
  const next = useRef(rows.length);
  function change(to: Row<Typed>[]) {
    flushSync(() => { setShown(to); });
    onChange();
  }
  return {
    shown,
    add: (blank: Typed) => { change([...shown, { typed: blank, number: next.current++, fresh: true }]); },
    remove: (number: number) => { change(shown.filter((one) => one.number !== number)); },
    full: shown.length >= ROWS_MAX,
  };
}

/** One row with the way to take it away. */
export function RowFrame({ label, onRemove, children }: { label: string; onRemove: () => void; children: ReactNode }) {
  return (
    <div className="mb-2 border-b border-rule pb-2 *:mb-1">
      {children}
      <Button type="button" variant="quiet" onClick={onRemove}>{label}</Button>
    </div>
  );
}
