import { Section } from "@react-email/components";
import { styles } from "./theme";

/**
 * A code of eight digits, seen as two groups of four. The gap is a margin, not a space, so that
 * selecting and copying gives the eight digits alone.
 */
export function CodeBox({ code }: { code: string }) {
  return (
    <Section className="card" style={styles.card}>
      <div style={styles.cardInside}>
        <span style={styles.big}>
          {code.slice(0, 4)}<span style={{ marginLeft: "0.5em" }}>{code.slice(4)}</span>
        </span>
      </div>
    </Section>
  );
}
