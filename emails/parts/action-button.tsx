import { Button, Section } from "@react-email/components";
import { styles } from "./theme";

/** The one thing to press in a mail. The plain text shows the label with the address below it. */
export function ActionButton({ href, label }: { href: string; label: string }) {
  return (
    <Section style={{ margin: "8px 0 20px" }}>
      <Button className="button" href={href} style={styles.button}>{label}</Button>
    </Section>
  );
}
