import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import { Reference } from "~/ui/reference";
import type { SettledSheetView, SheetView } from "./queue-view.server";

/** Tells what became of the sheet that the reader has just worked on. */
export function OutcomeNotice({ sheet }: { sheet: SheetView | SettledSheetView }) {
  const { state, sheet: number } = sheet;
  if (state === "to_settle") return <Notice live title={m.paper_done_differs({ sheet: number })}><p>{m.paper_done_differs_text()}</p></Notice>;
  if (state === "rejected") return <Notice live title={m.paper_done_rejected({ sheet: number })} />;
  if (!("settled" in sheet)) return null;
  return (
    <Notice live tone="success" title={m.paper_done_applied({ sheet: number })}>
      {sheet.reference && <p>{m.paper_column_reference()}: <Reference>{sheet.reference}</Reference>. {m.paper_done_receipt()}</p>}
      {sheet.emailWaits && <p>{m.paper_email_waits()}</p>}
    </Notice>
  );
}
