import type { ShouldRevalidateFunction } from "@remix-run/react";

/** For pages with the panel: what was loaded and typed stays while answers are sent. Exported as `shouldRevalidate`. */
export const keepWhileChecking: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  defaultShouldRevalidate && !formAction?.includes("/caller-check");
