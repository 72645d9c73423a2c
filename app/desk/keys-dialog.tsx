import { type RefObject, useEffect, useId, useRef } from "react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { useShortcuts } from "~/ui/shortcuts";
import { useShortcut } from "~/ui/use-shortcut";

const KEY = "?";

/** The keys of the page that is open, which `?` shows and Escape puts away; the focus comes back to where it was. */
export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const shortcuts = useShortcuts();
  const open = () => { if (!dialog.current?.open) dialog.current?.showModal(); };
  useShortcut(KEY, open);
  useClosedByTheKey(dialog);
  return (
    <>
      <button type="button" onClick={open} aria-keyshortcuts={KEY} className="flex items-center gap-1 text-sm">
        {m.record_keys()} <Kbd>{KEY}</Kbd>
      </button>
      <dialog ref={dialog} aria-labelledby={id} className="m-auto border-2 border-edge bg-card p-(--inset) text-ink">
        <h2 id={id} className="mb-2 text-lg">{m.record_keys_title()}</h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {shortcuts.map(({ key, what, whileTyping }) => <Row key={key} name={key} what={what} whileTyping={whileTyping} />)}
          <Row name={KEY} what={m.record_keys()} />
          <Row name="Esc" what={m.record_keys_close()} />
        </dl>
        <form method="dialog" className="mt-3 text-right"><Button variant="secondary" autoFocus>{m.record_keys_close()}</Button></form>
      </dialog>
    </>
  );
}

function Row({ name, what, whileTyping = false }: { name: string; what: string; whileTyping?: boolean }) {
  return (
    <>
      <dt><Kbd>{name}</Kbd></dt>
      <dd>{what}{whileTyping && <span className="text-ink-soft"> · {m.record_keys_while_typing()}</span>}</dd>
    </>
  );
}

// Pressed once more, the key puts the list away: no other key does anything while it is open.
function useClosedByTheKey(dialog: RefObject<HTMLDialogElement>) {
  useEffect(() => {
    const { current } = dialog;
    const onKeyDown = (event: KeyboardEvent) => { if (event.key === KEY) current?.close(); };
    current?.addEventListener("keydown", onKeyDown);
    return () => { current?.removeEventListener("keydown", onKeyDown); };
  }, [dialog]);
}
