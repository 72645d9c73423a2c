import { type FormEvent, type KeyboardEvent, useCallback, useRef, useState } from "react";
import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Kbd } from "~/ui/kbd";
import { useShortcut } from "~/ui/use-shortcut";
import { ClockBar } from "./clock-bar";
import { DiscardForm } from "./discard-form";
import type { DraftPageView } from "./draft-page.server";
import { KeepingNotice, KeepingWord } from "./keeping-notice";
import { readFields, readWay, writeWay } from "./note-fields";
import { NoteMain } from "./note-main";
import { NoteSide } from "./note-side";
import { useKeeper } from "./use-keeper";

const SAVE_KEY = "Control+Enter";

/** A note while it is written: its clock stays in sight, and what is typed is kept at each pause. */
export function NoteEditor({ page, errors }: { page: DraftPageView; errors: Record<string, string> }) {
  const { account, draft, tab, me } = page;
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState({ way: page.way, fields: page.fields, times: 0 });
  const [way, setWay] = useState(page.way);
  const [left, setLeft] = useState<string | null>(null);
  const show = useCallback((typed: { way: string; fields: typeof page.fields }) => {
    setShown(({ times }) => ({ ...typed, times: times + 1 }));
    setWay(typed.way);
  }, []);
  const { keeping, take, choose, hand } = useKeeper({ form, staff: me, draft, tab, unsent: page.unsent, show });
  useShortcut(SAVE_KEY, () => { form.current?.requestSubmit(); }, m.notes_save(), { whileTyping: true });

  function send(event: FormEvent<HTMLFormElement>) {
    if (keeping === "offline" || typeof keeping === "object") return event.preventDefault();
    const version = event.currentTarget.elements.namedItem("version");
    if (version instanceof HTMLInputElement) version.value = String(hand());
  }

  function takeTheirs() {
    if (typeof keeping !== "object") return;
    const { behind } = keeping;
    setLeft(wordsIn(form.current));
    choose(behind, false);
    show({ way: writeWay(behind.clock.channel, behind.clock.direction), fields: behind.fields ?? page.fields });
  }

  return (
    <>
      <ClockBar clock={draft.clock} way={readWay(way) ?? undefined}><KeepingWord keeping={keeping} /></ClockBar>
      <KeepingNotice account={account} keeping={keeping} left={left} onMine={() => { if (typeof keeping === "object") choose(keeping.behind, true); }} onTheirs={takeTheirs} />
      <PostForm
        key={shown.times}
        formRef={form}
        action={paths.newNote(account)}
        reloadDocument
        onSubmit={send}
        onKeyDown={keepFromSaving}
        onInput={() => {
          setWay(formText(new FormData(form.current ?? undefined), "way"));
          take();
        }}
      >
        <input type="hidden" name="draft" value={draft.clock.id} />
        <input type="hidden" name="tab" value={tab} />
        <input type="hidden" name="version" defaultValue={draft.version} />
        <div className="grid gap-x-8 lg:grid-cols-2 *:min-w-0">
          <NoteMain way={shown.way} fields={shown.fields} errors={errors} onFilled={take} />
          <NoteSide page={page} fields={shown.fields} errors={errors} onRows={take} />
        </div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button aria-keyshortcuts={SAVE_KEY}>{m.notes_save()}</Button> <Kbd>{SAVE_KEY}</Kbd>
          <ButtonLink variant="quiet" to={paths.record(account)}>{m.notes_to_record()}</ButtonLink>
          <ButtonLink variant="quiet" to={paths.correct(account)}>{m.notes_to_correct()}</ButtonLink>
        </p>
      </PostForm>
      <DiscardForm staff={me} draft={draft.clock.id} account={account} />
    </>
  );
}

// Enter alone in a line of text must not save a note that is half written.
function keepFromSaving(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

/** All that was typed in a form, to be read and copied. */
function wordsIn(form: HTMLFormElement | null): string {
  const { done, internal, shared, concernSubject, participants, promises } = readFields(new FormData(form ?? undefined));
  const people = participants.map(({ name, spelling }) => [name, spelling].filter(Boolean).join(": "));
  return [done, internal, shared, concernSubject, ...people, ...promises.map(({ what, due }) => [what, due].filter(Boolean).join(", "))].filter((typed) => typed.trim() !== "").join("\n\n");
}
