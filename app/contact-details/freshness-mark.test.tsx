import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { FreshnessReading } from "./freshness";
import { FreshnessMark } from "./freshness-mark";

const fresh: FreshnessReading = {
  fraction: 0.75,
  state: "fresh",
  words: "confirmed 3 months ago, by you, online",
  confirmedOn: "March 15, 2026",
  advice: null,
};
const render = (reading: Partial<FreshnessReading>) => renderToStaticMarkup(<FreshnessMark reading={{ ...fresh, ...reading }} size="row" />);

describe("the freshness mark", () => {
  it("fills the ring by what is left, and says the same in words", () => {
    const html = render({});
    expect(html).toContain('stroke-dasharray="0.750 1"');
    expect(html).toContain('title="March 15, 2026">confirmed 3 months ago, by you, online<span class="sr-only"> (March 15, 2026)');
  });

  it("tells its states apart without colour", () => {
    const shapes = [render({}), render({ state: "stale", fraction: 0 }), render({ state: "on_hold" })].map((html) =>
      html.slice(html.indexOf("<circle"), html.indexOf("</svg>")),
    );
    expect(new Set(shapes).size).toBe(3);
    expect(render({ state: "due_soon", advice: "check soon" })).toContain(" · check soon</strong>");
  });
});
