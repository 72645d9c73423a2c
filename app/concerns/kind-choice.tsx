import { Link } from "@remix-run/react";
import { paths } from "~/paths";
import { concernKinds } from "./concern";
import { kindHint, kindWord } from "./concern-words";

/** The first question of a new concern: what it is. Each answer is the way on. */
export function KindChoice({ customer }: { customer: string }) {
  return (
    <ul className="sheet mb-(--gap) max-w-xl pt-3">
      {concernKinds.map((kind) => (
        <li key={kind} className="border-b border-rule py-3 last:border-0">
          <Link to={`${paths.newConcern(customer)}?kind=${kind}`} className="inline-block py-1 text-lg font-semibold">{kindWord(kind)}</Link>
          <p className="text-ink-soft">{kindHint(kind)}</p>
        </li>
      ))}
    </ul>
  );
}
