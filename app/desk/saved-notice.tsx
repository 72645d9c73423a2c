import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import { Reference } from "~/ui/reference";

/** That an update was saved, with the reference to read out; nothing without one. */
export function SavedNotice({ reference }: { reference: string | undefined }) {
  if (!reference) return null;
  return (
    <Notice live tone="success">
      <p>{m.desk_saved_reference()} <strong className="text-lg"><Reference>{reference}</Reference></strong></p>
    </Notice>
  );
}
