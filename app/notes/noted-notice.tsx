import { useEffect } from "react";
import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import { clearShelves } from "./shelf";

/** That a note was saved, after which the browser forgets what it kept of it; nothing without one. */
export function NotedNotice({ staff, note }: { staff: string; note: string | null }) {
  useEffect(() => { if (note) clearShelves(staff, note); }, [staff, note]);
  return note ? <Notice live tone="success" title={m.notes_saved()} /> : null;
}
