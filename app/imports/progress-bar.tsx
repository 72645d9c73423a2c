import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const LOOK_EVERY_MS = 1500;

/** How far long work is, looked up again every other second while this is on the page. */
export function ProgressBar({ label, percent, remark }: { label: string; percent: number; remark: string | null }) {
  useLookAgain();
  return (
    <div className="mb-(--gap) max-w-xl">
      <p role="status" className="font-label font-semibold tabular-nums">{label}</p>
      <progress className="h-3 w-full" max={100} value={percent} aria-label={label} />
      {remark && <p className="text-sm text-ink-soft tabular-nums">{remark}</p>}
    </div>
  );
}

function useLookAgain(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
}
