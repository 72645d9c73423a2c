import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { company } from "../../kartei.config";
import { contrast } from "./contrast";
import { EDGE_CONTRAST, palette, TEXT_CONTRAST } from "./palette";
import type { Palette, Scheme } from "./palette";

const schemes: Scheme[] = ["light", "dark"];
const texts = ["ink", "ink-soft", "accent", "danger", "fresh", "due", "stale", "hold", "focus"] as const;
const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  it("agrees with the examples of WCAG", () => {
    expect(contrast("#000000", "#ffffff")).toBe(21);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
});

describe.each(schemes)("the %s palette", (scheme) => {
  it("keeps the company's accent where it can be read as it is", () => {
    expect(palette("#1f5f4a", "light").accent).toBe("#1f5f4a");
    expect(company.accent).toMatch(/^#[0-9a-f]{6}$/i);
  });

  it("can be read with whatever accent a company sets", () => {
    fc.assert(fc.property(anyColour, (accent) => unreadable(palette(accent, scheme)).length === 0));
  });

  it("can be read with this company's accent", () => {
    expect(unreadable(palette(company.accent, scheme))).toEqual([]);
  });
});

/** The pairs of names that somebody would have to read and could not. */
function unreadable(colours: Palette): string[] {
  const grounds = [colours.paper, colours.card];
  const faint = texts.filter((name) => grounds.some((ground) => contrast(colours[name], ground) < TEXT_CONTRAST));
  const fills = (["accent", "danger"] as const).filter((n) => contrast(colours[n], colours[`${n}-ink`]) < TEXT_CONTRAST);
  const edges = grounds.some((ground) => contrast(colours.edge, ground) < EDGE_CONTRAST) ? ["edge"] : [];
  return [...faint, ...fills, ...edges];
}
