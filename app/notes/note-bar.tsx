import { Link, useNavigate } from "@remix-run/react";
import { useRef } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Kbd } from "~/ui/kbd";
import { useShortcut } from "~/ui/use-shortcut";
import { ClockBar } from "./clock-bar";
import type { Clock } from "./note.schema";

const KEY = "n";

/** The way to begin a note about a call received, on the record of somebody about whom the agent has none at hand. */
export function BeginNote({ account }: { account: string }) {
  const form = useRef<HTMLFormElement>(null);
  useShortcut(KEY, () => { form.current?.requestSubmit(); }, m.notes_begin());
  return (
    <PostForm formRef={form} action={paths.noteDraft(account)} className="flex shrink-0 items-center gap-2 whitespace-nowrap">
      <Button variant="secondary" aria-keyshortcuts={KEY}>{m.notes_begin()}</Button> <Kbd>{KEY}</Kbd>
    </PostForm>
  );
}

/** The agent's note about a customer, on every other page of the record: its clock, and the way back to it. */
export function NoteBar({ account, note }: { account: string; note: Clock | null }) {
  const navigate = useNavigate();
  useShortcut(KEY, note && (() => { navigate(paths.newNote(account)); }), m.notes_go_on());
  if (!note) return null;
  return (
    <ClockBar key={note.id} clock={note}>
      <Link to={paths.newNote(account)} aria-keyshortcuts={KEY} className="font-semibold">{m.notes_go_on()}</Link> <Kbd>{KEY}</Kbd>
    </ClockBar>
  );
}
