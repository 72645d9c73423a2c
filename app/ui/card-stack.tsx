import type { ReactNode } from "react";

/**
 * A picture of index cards behind each other, the first label at the back; `children` is written on
 * the one in front. Only to look at: what it says is said elsewhere.
 */
export function CardStack({ labels, children }: { labels: string[]; children: ReactNode }) {
  return (
    <div aria-hidden="true" className="card-stack no-print">
      {labels.map((label, i) => (
        <div key={label}>
          <span className="tab">{label}</span>
          <div className="sheet">{i === labels.length - 1 && children}</div>
        </div>
      ))}
    </div>
  );
}
