import type { ReactNode } from "react";
import { m } from "~/i18n/messages";

/** A frame around what the customer will read, in a colour that stands for nothing else in a note, and in words. */
export function CustomerReads({ hint, children }: { hint?: string; children: ReactNode }) {
  return (
    <div className="mb-(--gap) max-w-xl border-2 border-hold">
      <p className="bg-hold px-3 py-1 font-label font-semibold text-card">{m.notes_customer_reads()}</p>
      <div className="px-3 pt-2 *:last:mb-2">
        {hint && <p className="mb-2 text-sm text-ink-soft">{hint}</p>}
        {children}
      </div>
    </div>
  );
}
