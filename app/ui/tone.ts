/** How a thing stands, in the freshness mark's words, so that a reading's state is a tone. */
export type Tone = "plain" | "fresh" | "due_soon" | "stale" | "on_hold";
