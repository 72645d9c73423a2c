import { Heading } from "@react-email/components";
import type { ReactNode } from "react";
import { styles } from "./theme";

/** What the mail says, in one line at its top. */
export function Title({ children }: { children: ReactNode }) {
  return <Heading as="h1" style={styles.title}>{children}</Heading>;
}

export function SectionHeading({ children }: { children: ReactNode }) {
  return <Heading as="h2" style={styles.section}>{children}</Heading>;
}
