import type { ReactNode } from "react";
import { styles } from "./theme";

/** A label with its value; in plain text "Label: value". */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div style={{ marginBottom: 8 }}>
      <span className="quiet" style={styles.label}>{label}: </span>
      <span>{children}</span>
    </div>
  );
}
