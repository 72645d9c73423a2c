import type { CSSProperties } from "react";
import { company } from "../../kartei.config";

const light = { page: "#efece4", card: "#fffdf8", ink: "#1d1c1a", muted: "#5c5850", line: "#d9d3c5" };
const dark = { page: "#161513", card: "#23211e", ink: "#f1ede4", muted: "#b9b2a6", line: "#4a453d" };

/** Inline styles of the mails: light, at least 16 px, with nothing to download. */
export const styles = {
  page: {
    padding: "24px 8px",
    backgroundColor: light.page,
    color: light.ink,
    fontFamily: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
    fontSize: 16,
    lineHeight: "24px",
    overflowWrap: "anywhere",
  },
  sheet: {
    maxWidth: 600,
    backgroundColor: light.card,
    borderTop: `6px solid ${company.accent}`,
  },
  inside: { padding: "24px 24px 28px" },
  letterhead: { margin: 0, fontSize: 16, lineHeight: "24px", fontWeight: 700 },
  title: { margin: "20px 0 16px", fontSize: 26, lineHeight: "32px", fontWeight: 700 },
  section: { margin: "28px 0 8px", fontSize: 19, lineHeight: "26px", fontWeight: 700 },
  text: { margin: "0 0 14px", fontSize: 16, lineHeight: "24px" },
  label: { color: light.muted, fontSize: 16, lineHeight: "24px" },
  value: { fontSize: 18, lineHeight: "26px", fontWeight: 600 },
  quiet: { color: light.muted, fontSize: 16, lineHeight: "24px" },
  card: { margin: "0 0 12px", border: `1px solid ${light.line}` },
  cardInside: { padding: "10px 14px 12px" },
  big: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
    fontSize: 30,
    lineHeight: "40px",
    fontWeight: 700,
    letterSpacing: "2px",
    display: "inline-block",
    whiteSpace: "nowrap",
  },
  button: {
    padding: "14px 22px",
    backgroundColor: light.ink,
    color: light.card,
    fontSize: 17,
    fontWeight: 700,
    textDecoration: "none",
  },
  link: { color: light.ink, textDecoration: "underline" },
  rule: { margin: "28px 0 20px", border: 0, borderTop: `1px solid ${light.line}` },
} satisfies Record<string, CSSProperties>;

/** Classes beside the inline styles, for clients that know `prefers-color-scheme`. React escapes `>` here: no child selectors. */
export const darkStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body.page { background-color: ${light.page}; }
@media (prefers-color-scheme: dark) {
  .page { background-color: ${dark.page} !important; color: ${dark.ink} !important; }
  .sheet { background-color: ${dark.card} !important; color: ${dark.ink} !important; }
  .quiet { color: ${dark.muted} !important; }
  .card, .rule { border-color: ${dark.line} !important; }
  .button { background-color: ${dark.ink} !important; color: ${dark.card} !important; }
  .link { color: ${dark.ink} !important; }
}
@media (max-width: 420px) {
  .inside { padding: 20px 16px 24px !important; }
}
`;
