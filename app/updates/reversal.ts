import type { ChangeRow } from "./change-rows.server";
import type { StaffUpdateView } from "./update-view.server";

/** Whether the reader may take an update back as a mistake of the desk's own, or why not. */
export const ownMistakes = ["possible", "customers", "paper", "others", "old"] as const;
export type OwnMistake = (typeof ownMistakes)[number];

/** An update that somebody wants taken back: `again` is what would be so then, `changed` what was saved since. */
export type ReversalView = StaffUpdateView & {
  ownMistake: OwnMistake;
  state: "possible" | "undone" | "email" | "nothing" | "beginning" | "changed";
  changed: string[];
  again: ChangeRow[];
};
