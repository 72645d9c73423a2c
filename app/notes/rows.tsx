import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { ROWS_MAX } from "./note";

/**
 * Rows of fields to which others may be added and from which each may be taken away. `row` draws one whose fields are
 * named by its number; `fresh` was added just now. `onChange` follows each addition and removal.
 */
export function Rows<Row>({ rows, blank, add, remove, onChange, row }: {
  rows: Row[];
  blank: Row;
  add: ReactNode;
  remove: string;
  onChange: () => void;
  row: (typed: Row, number: number, fresh: boolean) => ReactNode;
}) {
  const [shown, setShown] = useState(() => rows.map((typed, number) => ({ typed, number, fresh: false })));
  const next = useRef(rows.length);
  const follow = useRef(onChange);
  useEffect(() => { follow.current = onChange; });
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) follow.current();
    first.current = false;
  }, [shown]);
  return (
    <>
      {shown.map(({ typed, number, fresh }) => (
        <div key={number} className="mb-2 border-b border-rule pb-2 *:mb-1">
          {row(typed, number, fresh)}
          <Button type="button" variant="quiet" onClick={() => { setShown(shown.filter((one) => one.number !== number)); }}>{remove}</Button>
        </div>
      ))}
      {shown.length < ROWS_MAX && (
        <Button type="button" variant="secondary" data-adds onClick={() => { setShown([...shown, { typed: blank, number: next.current++, fresh: true }]); }}>{add}</Button>
      )}
    </>
  );
}
