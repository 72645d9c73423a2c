import { useEffect, useRef } from "react";
import { isTyping } from "./is-typing";
import { offerShortcut } from "./shortcuts";

/**
 * Does `act` when `key` is pressed anywhere on the page but in a field or a dialog, and without a modifier. With `what`, a
 * word or two in the reader's language, the key stands in the list that `?` shows; `act` is null while there is nothing to do.
 */
export function useShortcut(key: string, act: (() => void) | null, what?: string) {
  const latest = useRef(act);
  const idle = act === null;
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (idle) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isInDialog(event.target)) return;
      event.preventDefault();
      latest.current?.();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key, idle]);
  useEffect(() => (what === undefined || idle ? undefined : offerShortcut({ key, what })), [key, what, idle]);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}
