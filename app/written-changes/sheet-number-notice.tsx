import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";

/** The number of the sheet just keyed, large enough to copy onto the paper from arm's length. */
export function SheetNumberNotice({ sheet }: { sheet: string }) {
  return (
    <Notice live tone="success" title={m.paper_keyed_title()}>
      <p className="my-2 font-ref text-[3.5rem] leading-none font-semibold tracking-widest">{sheet}</p>
      <p>{m.paper_keyed_text()}</p>
    </Notice>
  );
}
