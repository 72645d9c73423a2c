import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import { Reference } from "~/ui/reference";

/** That an update was saved, with the reference to read out, or that it changed nothing. */
export function SavedNotice({ reference, unchanged = false }: { reference: string | undefined; unchanged?: boolean }) {
  if (unchanged) return <Notice live tone="warning" title={m.desk_nothing_saved()} />;
  if (!reference) return null;
  return (
    <Notice live tone="success">
      <p>{m.desk_saved_reference()} <strong className="text-lg"><Reference>{reference}</Reference></strong></p>
    </Notice>
  );
}
