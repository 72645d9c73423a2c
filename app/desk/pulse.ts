/** How a record stands: `stamp` changes with it; `words` say what the update of that reference did. */
export type Pulse = { stamp: string; reference: string | null; words: string | null };
