import type { CheckKind } from "./check-kinds";

/** The form names of whether a kind is asked, and of what it counts. */
export const askedName = (kind: CheckKind) => `asked.${kind}`;
export const pointsName = (kind: CheckKind) => `points.${kind}`;
