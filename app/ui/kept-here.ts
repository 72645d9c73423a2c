// What pages keep in the browser itself, on a machine that others may use too. A browser that refuses to keep anything
// (private windows, a full storage) must not stop anybody: then nothing is kept.

const PREFIX = "kartei.";
/** What nobody came back for within this time is thrown away. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** A value kept under a name at a moment, in milliseconds; what was read is not checked. */
export type Kept = { name: string; at: number; value: unknown };

/** Keeps a value for a person under a name. */
export function keepHere(person: string, name: string, value: unknown): void {
  unlessRefused(() => { localStorage.setItem(keyOf(person, name), JSON.stringify({ at: Date.now(), value })); });
}

/** What is kept for a person under names that begin like this, the newest first. */
export function keptHere(person: string, beginning: string): Kept[] {
  const kept: Kept[] = [];
  unlessRefused(() => {
    for (const key of keysHere().filter((one) => one.startsWith(keyOf(person, beginning)))) {
      const { at, value } = parsed(localStorage.getItem(key));
      if (isFresh(at)) kept.push({ name: key.slice(keyOf(person, "").length), at, value });
    }
  });
  return kept.toSorted((a, b) => b.at - a.at);
}

/** Throws away what is kept for a person under names that begin like this. */
export function forgetHere(person: string, beginning: string): void {
  unlessRefused(() => { forget((key) => key.startsWith(keyOf(person, beginning))); });
}

/** Leaves nothing here but what one person has kept of late; without a person, nothing at all. */
export function forgetOthers(person: string | null): void {
  unlessRefused(() => {
    forget((key) => person === null || !key.startsWith(keyOf(person, "")) || !isFresh(parsed(localStorage.getItem(key)).at));
  });
}

function forget(which: (key: string) => boolean): void {
  for (const key of keysHere().filter(which)) localStorage.removeItem(key);
}

function keysHere(): string[] {
  return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "").filter((key) => key.startsWith(PREFIX));
}

function keyOf(person: string, name: string): string {
  return `${PREFIX}${person}.${name}`;
}

function isFresh(at: unknown): at is number {
  return typeof at === "number" && at > Date.now() - KEPT_MS;
}

function parsed(text: string | null): { at?: unknown; value?: unknown } {
  try {
    return Object(JSON.parse(text ?? "null")) as { at?: unknown; value?: unknown };
  } catch {
    return {};
  }
}

function unlessRefused(act: () => void): void {
  try {
    act();
  } catch {
    // nothing is kept here
  }
}
