import { Text } from "@react-email/components";
import type { ReactNode } from "react";
import { styles } from "./theme";

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={styles.text}>{children}</Text>;
}

/** A remark that may be read last, in a lighter tone. */
export function Remark({ children }: { children: ReactNode }) {
  return <Text className="quiet" style={{ ...styles.text, ...styles.quiet }}>{children}</Text>;
}
