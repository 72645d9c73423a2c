import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import type { Sent } from "./outreach.schema";

/** Tells what became of the selection. */
export function SentNotice({ emails, letters, skipped }: Sent) {
  const reached = emails + letters > 0;
  return (
    <Notice live tone={reached ? "success" : "info"} title={reached ? m.outreach_sent_title() : m.outreach_nobody_reminded()}>
      {emails > 0 && <p>{m.outreach_sent_emails({ count: emails })}</p>}
      {letters > 0 && <p>{m.outreach_sent_letters({ count: letters })}</p>}
      {skipped > 0 && <p>{m.outreach_sent_skipped({ count: skipped })}</p>}
    </Notice>
  );
}
