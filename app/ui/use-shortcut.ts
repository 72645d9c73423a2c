import { useEffect, useRef } from "react";
import { isTyping } from "./is-typing";
import { offerShortcut } from "./shortcuts";

/**
 * Does `act` when `key` (as `aria-keyshortcuts` writes it: "n", "F4", "Control+Enter") is pressed anywhere on the page but in
 * a dialog or, unless `whileTyping`, in a field. The key stands in the list that `?` shows, with `what`, a word or two in the reader's
 * language, or without it where the list names it by itself; `act` is null while there is nothing to do.
 */
export function useShortcut(key: string, act: (() => void) | null, what?: string, { whileTyping = false } = {}) {
  const latest = useRef(act);
  const idle = act === null;
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (idle) return;
    function onKeyDown(event: KeyboardEvent) {
      if (!isPressed(key, event) || isInDialog(event.target) || (!whileTyping && isTyping(event.target))) return;
      event.preventDefault();
      latest.current?.();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key, idle, whileTyping]);
  useEffect(() => (what === undefined || idle ? undefined : offerShortcut({ key, what, whileTyping })), [key, what, whileTyping, idle]);
}

// Whether a character takes the shift key depends on the keyboard; a key with a name is pressed without it. On Apple's
// keyboards the command key stands for the control key.
function isPressed(shortcut: string, { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  const name = shortcut.replace("Control+", "");
  return key === name && (ctrlKey || metaKey) === (name !== shortcut) && !altKey && !(shiftKey && name.length > 1);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}
