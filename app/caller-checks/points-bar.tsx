import { m } from "~/i18n/messages";

/** What has been reached of what is needed, a box for each point. */
export function PointsBar({ points, needed, passed }: { points: number; needed: number; passed: boolean }) {
  const reached = Math.min(points, needed);
  return (
    <span role="img" aria-label={m.checks_points({ points: reached, needed })} className="inline-flex gap-0.5 align-middle">
      {Array.from({ length: needed }, (_, at) => (
        <span key={at} className={`h-3 w-5 border ${passed ? "border-fresh bg-fresh" : at < reached ? "border-ink bg-ink" : "border-edge bg-card"}`} />
      ))}
    </span>
  );
}
