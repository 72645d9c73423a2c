import type { ShouldRevalidateFunction } from "@remix-run/react";

/** For pages with the panel: what was loaded and typed stays while answers are sent. Exported as `shouldRevalidate`. */
export const keepWhileChecking: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  defaultShouldRevalidate && !formAction?.includes("/caller-check");

/** The same for the record, which shows what callers are asked once they have passed. */
export const keepUntilPassed: ShouldRevalidateFunction = (after) =>
  keepWhileChecking(after) || after.defaultShouldRevalidate && (after.actionResult as { check?: { state: string } } | undefined)?.check?.state === "passed";
