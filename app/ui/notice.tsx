import type { ReactNode } from "react";

export type NoticeTone = "info" | "success" | "warning";

const tones: Record<NoticeTone, string> = {
  info: "border-ink",
  success: "border-fresh",
  warning: "border-stale",
};

/**
 * A message about the whole page. Its first words must say what it is; the colour only repeats it.
 * `live` has it read out when it appears after something that the reader did.
 */
export function Notice({ tone = "info", title, live = false, children }: {
  tone?: NoticeTone;
  title?: string;
  live?: boolean;
  children?: ReactNode;
}) {
  return (
    <div role={live ? "status" : undefined} className={`mb-(--gap) border-2 bg-card px-(--inset) py-3 ${tones[tone]}`}>
      {title && <p className="font-label text-lg font-semibold">{title}</p>}
      {children}
    </div>
  );
}
