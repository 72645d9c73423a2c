import type { ChangeRow } from "./change-rows.server";
import type { StaffUpdateView } from "./update-view.server";

/** An update that somebody wants taken back: `again` is what would be so then, `changed` what was saved since. */
export type ReversalView = StaffUpdateView & {
  byStaff: boolean;
  state: "possible" | "undone" | "email" | "nothing" | "beginning" | "changed";
  changed: string[];
  again: ChangeRow[];
};
