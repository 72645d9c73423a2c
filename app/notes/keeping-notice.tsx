import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { Keeping } from "./draft-keeper";

/** In a word or two, whether what was typed is kept. */
export function KeepingWord({ keeping }: { keeping: Keeping }) {
  const told = typeof keeping === "object" ? m.notes_keeping_behind() : words[keeping]();
  const calm = keeping === "kept" || keeping === "typing";
  return <span role="status" className={calm ? "text-ink-soft" : "font-semibold text-stale"}>{told}</span>;
}

/** What the agent has to know or choose where what was typed is not kept on the server; and what gave way to another page's words. */
export function KeepingNotice({ account, keeping, left, onMine, onTheirs }: {
  account: string;
  keeping: Keeping;
  left: string | null;
  onMine: () => void;
  onTheirs: () => void;
}) {
  return (
    <>
      {typeof keeping === "object" && (
        <Notice live tone="warning" title={m.notes_behind_title()}>
          <p className="mb-2 max-w-prose">{m.notes_behind_text()}</p>
          {keeping.behind.fields?.done && <p className="mb-2 max-w-prose border-l-2 border-edge pl-3 whitespace-pre-wrap"><bdi>{keeping.behind.fields.done}</bdi></p>}
          <p className="flex flex-wrap gap-x-4 gap-y-2">
            <Button type="button" onClick={onTheirs}>{m.notes_behind_theirs()}</Button>
            <Button type="button" variant="secondary" onClick={onMine}>{m.notes_behind_mine()}</Button>
          </p>
        </Notice>
      )}
      {keeping === "offline" && <Notice live tone="warning" title={m.notes_offline_title()}><p>{m.notes_offline_text()}</p></Notice>}
      {keeping === "signed_out" && <Notice live tone="warning" title={m.notes_signed_out_title()}><p>{m.notes_signed_out_text()}</p></Notice>}
      {keeping === "gone" && (
        <Notice live tone="warning" title={m.notes_gone_title()}>
          <p className="mb-2">{m.notes_gone_text()}</p>
          <ButtonLink variant="secondary" to={paths.customerNotes(account)}>{m.notes_all()}</ButtonLink>
        </Notice>
      )}
      {left && (
        <Notice title={m.notes_left_title()}>
          <p className="whitespace-pre-wrap"><bdi>{left}</bdi></p>
        </Notice>
      )}
    </>
  );
}

const words = {
  kept: m.notes_keeping_kept,
  typing: m.notes_keeping_typing,
  offline: m.notes_keeping_offline,
  signed_out: m.notes_keeping_offline,
  gone: m.notes_keeping_gone,
};
