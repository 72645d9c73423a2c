/** A colour as `#rrggbb`. */
export type Hex = string;

type Rgb = [red: number, green: number, blue: number];

/** Mixes `share` (0 to 1) of one colour into another, channel by channel, as CSS `color-mix(in srgb, …)` does. */
export function mix(colour: Hex, share: number, into: Hex): Hex {
  const from = channels(into);
  return hex(channels(colour).map((channel, i) => channel * share + (from[i] ?? 0) * (1 - share)));
}

/**
 * The colour nearest to the one wished for that stands out from every ground by at least `ratio`.
 * It moves towards black on light grounds and towards white on dark ones, in steps too small to see.
 */
export function standOut(colour: Hex, grounds: Hex[], ratio: number): Hex {
  const towards = grounds.every((ground) => luminance(ground) > 0.18) ? "#000000" : "#ffffff";
  for (let share = 0; share < 1; share += 0.01) {
    const candidate = mix(towards, share, colour);
    if (grounds.every((ground) => contrast(candidate, ground) >= ratio)) return candidate;
  }
  return towards;
}

/** The colour with its hue and saturation kept and its brightest channel raised to `peak` (0 to 255). */
export function brighten(colour: Hex, peak: number): Hex {
  const rgb = channels(colour);
  const factor = Math.max(1, peak / Math.max(1, ...rgb));
  return hex(rgb.map((channel) => channel * factor));
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Hex, b: Hex): number {
  const [darker, lighter] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(colour: Hex): number {
  const [red, green, blue] = channels(colour).map(linear) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function channels(colour: Hex): Rgb {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16)) as Rgb;
}

function hex(rgb: number[]): Hex {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
