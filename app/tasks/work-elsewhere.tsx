import { Link } from "@remix-run/react";
import { countWord } from "~/i18n/count-words";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import type { Elsewhere } from "./task.schema";

/** What waits in lists of its own: one line each, with how much and the way there. Nothing where nothing waits. */
export function WorkElsewhere({ elsewhere }: { elsewhere: Elsewhere }) {
  const lines = lists.filter(({ what }) => elsewhere[what] > 0);
  if (lines.length === 0) return null;
  return (
    <section className="mt-(--gap)">
      <h2 className="mb-1 text-lg">{m.tasks_elsewhere()}</h2>
      <ul className="border border-edge bg-card">
        {lines.map(({ what, word, to }) => (
          <li key={what} className="flex gap-x-4 border-t border-rule px-3 py-1.5 first:border-0">
            <span className="w-16 text-right font-semibold tabular-nums">{countWord(elsewhere[what])}</span>
            <Link to={to()}>{word()}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const lists: { what: keyof Elsewhere; word: () => string; to: () => string }[] = [
  { what: "concerns", word: m.tasks_elsewhere_concerns, to: paths.deskConcerns },
  { what: "writtenChanges", word: m.tasks_elsewhere_written_changes, to: paths.writtenChanges },
  { what: "mails", word: m.tasks_elsewhere_mails, to: paths.outbox },
  { what: "letters", word: m.tasks_elsewhere_letters, to: paths.letters },
];
