import { brighten, mix, standOut } from "./contrast";
import type { Hex } from "./contrast";

/**
 * The few colours there are. All of them read as text on `paper` and on `card`, except those two
 * themselves, `rule` (lines that only decorate) and `edge` (outlines of controls, 3:1).
 */
export interface Palette {
  /** Text, and its quieter form for labels and hints. */
  ink: Hex;
  "ink-soft": Hex;
  /** The desk the cards lie on, and the cards. */
  paper: Hex;
  card: Hex;
  /** The ruled lines of a card, and the outlines of fields and cards. */
  rule: Hex;
  edge: Hex;
  /** The company's colour, for fills and links; `-ink` is what is written on the fill. */
  accent: Hex;
  "accent-ink": Hex;
  danger: Hex;
  "danger-ink": Hex;
  /** The states of the freshness mark. */
  fresh: Hex;
  due: Hex;
  stale: Hex;
  hold: Hex;
  focus: Hex;
}

export type Scheme = "light" | "dark";

/** What a reader needs between text and its ground, and between a control's outline and its ground (WCAG 2.2 AA). */
export const TEXT_CONTRAST = 4.5;
export const EDGE_CONTRAST = 3;

/** The sheets before the accent tints them; on dark ones colours shine, their brightest channel at least `peak`. */
const sheets = {
  light: { paper: "#f2f3f0", card: "#fdfdfb", ink: "#14171a", tint: 0.035, peak: 0 },
  dark: { paper: "#121413", card: "#1b1e1d", ink: "#eceeec", tint: 0.07, peak: 190 },
} satisfies Record<Scheme, { paper: Hex; card: Hex; ink: Hex; tint: number; peak: number }>;

const signals = { danger: "#b3261e", fresh: "#2b7a4b", due: "#8f6200", stale: "#b04a12", hold: "#8c2f63" };

/**
 * The palette of a scheme for a company's accent. Any accent gives readable pages: a colour too
 * close to its ground moves away from it until it can be read.
 */
export function palette(accent: Hex, scheme: Scheme): Palette {
  const sheet = sheets[scheme];
  const paper = mix(accent, sheet.tint, sheet.paper);
  const card = mix(accent, sheet.tint / 3, sheet.card);
  const ink = mix(accent, 0.08, sheet.ink);
  const readable = (colour: Hex) => standOut(brighten(colour, sheet.peak), [paper, card], TEXT_CONTRAST);
  return {
    ink,
    "ink-soft": standOut(mix(ink, 0.7, paper), [paper, card], TEXT_CONTRAST),
    paper,
    card,
    rule: mix(mix(accent, 0.3, ink), 0.16, card),
    edge: standOut(mix(ink, 0.45, card), [paper, card], EDGE_CONTRAST),
    accent: readable(accent),
    "accent-ink": card,
    danger: readable(signals.danger),
    "danger-ink": card,
    fresh: readable(signals.fresh),
    due: readable(signals.due),
    stale: readable(signals.stale),
    hold: readable(signals.hold),
    focus: ink,
  };
}

/** The palette as a style sheet. On paper a page is printed in its light colours, whatever the screen shows. */
export function paletteCss(accent: Hex): string {
  const dark = `@media screen and (prefers-color-scheme:dark){${rootRule(palette(accent, "dark"))}}`;
  return rootRule(palette(accent, "light")) + dark;
}

function rootRule(colours: Palette): string {
  const declarations = Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`);
  return `:root{${declarations.join(";")}}`;
}
