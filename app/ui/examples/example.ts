import type { ReactNode } from "react";

/** A primitive in its named states, for the gallery page and the tests that render them all. */
export interface Examples {
  primitive: string;
  states: Record<string, ReactNode>;
}
