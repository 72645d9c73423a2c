import type { DetailKind } from "~/contact-details/contact-detail";

/** A detail of a link's page: what it is, and its value so that only its owner recognises it. */
export type AskedView = {
  id: string;
  kind: DetailKind;
  version: number;
  /** "Phone · Reception" */
  heading: string;
  masked: string;
  /** "Last confirmed on 2 March 2024" */
  confirmed: string;
  onHold: boolean;
  correctable: boolean;
};

/** A line of the check page, or of what was done. */
export type AnswerRow = { heading: string; op: "confirm" | "change"; before: string; after: string[] };
