import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Reads the page's data anew every `ms` while somebody may look at it. */
export function useRefresh(ms: number): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => { if (document.visibilityState === "visible") revalidate(); }, ms);
    return () => { clearInterval(timer); };
  }, [ms, revalidate]);
}
