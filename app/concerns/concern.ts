export const concernKinds = ["question", "complaint", "suggestion", "order_request"] as const;
export type ConcernKind = (typeof concernKinds)[number];
export const concernStates = ["open", "in_progress", "answered", "closed"] as const;
export type ConcernState = (typeof concernStates)[number];

/** The longest a subject and a message may be, as the database has it. */
export const SUBJECT_MAX = 150;
export const MESSAGE_MAX = 4000;
