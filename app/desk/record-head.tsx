import { useNavigate } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { Reference } from "~/ui/reference";
import { useShortcut } from "~/ui/use-shortcut";
import type { Fact } from "./record-view.server";

const KEY = "e";

/** Who it is, in one band across the top of the record, with the way to correct what is wrong (null where nothing is left to correct). */
export function RecordHead({ name, accountNumber, facts, correct, children }: {
  name: string;
  accountNumber: string;
  facts: Fact[];
  correct: string | null;
  /** Another act, beside the correction. */
  children?: ReactNode;
}) {
  const navigate = useNavigate();
  useShortcut(KEY, correct === null ? null : () => { navigate(correct); }, m.record_key_correct());
  return (
    <header className="mb-(--gap) flex flex-wrap items-end gap-x-8 gap-y-2 sm:flex-nowrap">
      <div className="flex min-w-0 grow flex-wrap items-end gap-x-8 gap-y-1">
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-3 text-ink-soft">{m.shell_account_number()} <Reference>{accountNumber}</Reference></p>
          <h1 className="text-2xl"><bdi>{name}</bdi></h1>
        </div>
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt className="text-sm text-ink-soft">{label}</dt>
              <dd className="tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {children}
      {correct && <p className="flex shrink-0 items-center gap-2"><ButtonLink to={correct} aria-keyshortcuts={KEY}>{m.desk_correct()}</ButtonLink> <Kbd>{KEY}</Kbd></p>}
    </header>
  );
}
