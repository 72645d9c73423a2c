import { useSyncExternalStore } from "react";

/** A key that does something on the page that is open, what it does, in the reader's language, and whether it does so in a field too. */
export type Shortcut = { key: string; what: string; whileTyping: boolean };

const none: readonly Shortcut[] = [];
let offered = none;
const listeners = new Set<() => void>();

/** Has a key listed among those of the page, until the function that comes back is called. */
export function offerShortcut(shortcut: Shortcut): () => void {
  change([...offered, shortcut]);
  return () => { change(offered.filter((one) => one !== shortcut)); };
}

/** The keys of the page, in the order in which its parts offered them; none on the server. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => offered, () => none);
}

function change(next: readonly Shortcut[]) {
  offered = next;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => { listeners.delete(tell); };
}
