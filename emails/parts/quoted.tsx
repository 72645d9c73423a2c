import { styles } from "./theme";
import { Typed } from "./typed";

/** What somebody wrote, word by word and line by line, set apart from our own words. */
export function Quoted({ label, children }: { label: string; children: string }) {
  return (
    <div style={{ marginBottom: 18 }}>
      <div className="quiet" style={styles.label}>{label}:</div>
      <div style={{ borderLeft: "3px solid currentColor", paddingLeft: 12, overflowWrap: "anywhere" }}><Typed>{children}</Typed></div>
    </div>
  );
}
