import type { NoteFields } from "./note";
import { storedFields } from "./note-fields";

const PREFIX = "kartei.note.";
/** What nobody came back for within this time is thrown away. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** What a page (`tab`) had typed at a moment, over the version that it had seen. */
export type Shelved = { at: number; tab: string; version: number; way: string; fields: NoteFields };

/** Where one page keeps what the server has not taken yet. */
export interface Shelf {
  put: (typed: Pick<Shelved, "version" | "way" | "fields">) => void;
  clear: () => void;
}

/** The shelf of the page `tab` for a draft, in the browser's own storage. A browser that keeps nothing has none. */
export function shelfOf(draft: string, tab: string, storage: Storage): Shelf {
  const key = `${PREFIX}${draft}.${tab}`;
  return {
    put: (typed) => { ignoringRefusal(() => { storage.setItem(key, JSON.stringify({ ...typed, tab, at: Date.now() })); }); },
    clear: () => { ignoringRefusal(() => { storage.removeItem(key); }); },
  };
}

/** The newest that any page has left on the shelf for a draft. */
export function newestShelved(draft: string, storage: Storage): Shelved | null {
  const found = keysOf(storage, `${PREFIX}${draft}.`).flatMap((key) => parsed(storage.getItem(key)) ?? []);
  return found.toSorted((a, b) => b.at - a.at)[0] ?? null;
}

/** Empties the shelves for a draft that is a note now, and what was forgotten on others. */
export function clearShelves(draft: string, storage: Storage, now = Date.now()): void {
  for (const key of keysOf(storage, PREFIX)) {
    const shelved = parsed(storage.getItem(key));
    if (key.startsWith(`${PREFIX}${draft}.`) || !shelved || shelved.at < now - KEPT_MS) storage.removeItem(key);
  }
}

function keysOf(storage: Storage, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "").filter((key) => key.startsWith(prefix));
}

function parsed(text: string | null): Shelved | null {
  try {
    const { at, tab, version, way, fields } = Object(JSON.parse(text ?? "null")) as Partial<Shelved>;
    const known = storedFields(fields);
    if (typeof at !== "number" || typeof version !== "number" || typeof tab !== "string" || typeof way !== "string" || !known) return null;
    return { at, tab, version, way, fields: known };
  } catch {
    return null;
  }
}

// A full or forbidden storage must not stop anybody from writing: the server keeps it too.
function ignoringRefusal(act: () => void): void {
  try {
    act();
  } catch {
    // nothing is kept here
  }
}
