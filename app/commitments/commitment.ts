export const commitmentStates = ["open", "kept", "broken", "withdrawn"] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** The longest a promise and the reason why it was not kept may be, as the database has it. */
export const PROMISE_MAX = 300;
export const REASON_MAX = 500;

/** What may become of a promise. */
export type SettledState = Exclude<CommitmentState, "open">;
export type UnkeptState = Exclude<SettledState, "kept">;

/** The form name of the reason for either; both stand on one page. */
export function reasonName(act: UnkeptState): string {
  return `reason_${act}`;
}
