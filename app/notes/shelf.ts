import { forgetHere, keepHere, keptHere } from "~/ui/kept-here";
import type { NoteFields } from "./note";
import { storedFields } from "./note-fields";

/** What a page (`tab`) had typed, over the version that it had seen. */
export type Shelved = { tab: string; version: number; way: string; fields: NoteFields };

/** Where one page keeps what the server has not taken yet. */
export interface Shelf {
  put: (typed: Omit<Shelved, "tab">) => void;
  clear: () => void;
}

/** The shelf of the page `tab` for a draft of a member of staff, in the browser. */
export function shelfOf(staff: string, draft: string, tab: string): Shelf {
  const name = nameOf(draft, tab);
  return {
    put: (typed) => { keepHere(staff, name, { ...typed, tab }); },
    clear: () => { forgetHere(staff, name); },
  };
}

/** The newest that any page has left on the shelf for a draft. */
export function newestShelved(staff: string, draft: string): Shelved | null {
  return keptHere(staff, nameOf(draft)).flatMap(({ value }) => readShelved(value) ?? [])[0] ?? null;
}

/** Takes from the shelf of the page `from` what stands on that of `tab` now; while it does not, it stays where it is. */
export function takeOver(staff: string, draft: string, from: string, tab: string): void {
  if (from !== tab && keptHere(staff, nameOf(draft, tab)).length > 0) forgetHere(staff, nameOf(draft, from));
}

/** Empties the shelves for a draft that is none any more. */
export function clearShelves(staff: string, draft: string): void {
  forgetHere(staff, nameOf(draft));
}

function nameOf(draft: string, tab = ""): string {
  return `note.${draft}.${tab}`;
}

function readShelved(value: unknown): Shelved | null {
  const { tab, version, way, fields } = Object(value) as Partial<Shelved>;
  const known = storedFields(fields);
  return typeof tab === "string" && typeof version === "number" && typeof way === "string" && known ? { tab, version, way, fields: known } : null;
}
