import type { Change } from "./update.schema";

/** The form names of the question whether other addresses change too, of what that would be, and of each one ticked. */
export const alsoName = "also";
export const alikeName = "alike";
export const alsoThis = (detail: string) => `also.${detail}`;

/** What would change too, by the name of each, and what was answered so far. */
export type Alike = { changes: Change[]; headings: string[]; also?: string; ticked?: string[] };
