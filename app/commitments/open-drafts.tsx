import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Notice } from "~/ui/notice";

/** Notes that the reader has begun and not saved, so that none is forgotten; nothing where there are none. */
export function OpenDrafts({ drafts }: { drafts: { accountNumber: string; customerName: string; started: string }[] }) {
  if (drafts.length === 0) return null;
  return (
    <Notice tone="warning" title={m.commitments_drafts()}>
      <ul>
        {drafts.map(({ accountNumber, customerName, started }) => (
          <li key={accountNumber}><Link to={paths.newNote(accountNumber)}><bdi>{customerName}</bdi></Link> <span className="text-ink-soft tabular-nums">{started}</span></li>
        ))}
      </ul>
    </Notice>
  );
}
