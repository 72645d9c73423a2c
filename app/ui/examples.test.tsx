import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { pages, parts } from "./examples";

const named = [...parts, ...pages].flatMap(({ primitive, states }) =>
  Object.entries(states).map(([state, element]) => ({ name: `${primitive}, ${state}`, element })),
);

describe.each(named)("$name", ({ element }) => {
  const html = render(element);

  it("has content", () => {
    expect(html.replace(/<[^>]*>/g, "").trim() || html.match(/<(input|button)/)).toBeTruthy();
  });

  it("refers only to ids that are there, once", () => {
    const ids = valuesOf(html, "id");
    const used = ["for", "aria-describedby", "aria-labelledby"].flatMap((name) => valuesOf(html, name)).flatMap((value) => value.split(" "));
    expect(used.filter((id) => ids.filter((one) => one === id).length !== 1)).toEqual([]);
  });

  it("needs no inline style, which the content security policy refuses", () => {
    expect(valuesOf(html, "style")).toEqual([]);
  });
});

describe("a field in error", () => {
  it("is tied to its hint and its message, and marked for those who listen", () => {
    const html = exampleOf("TextField", "with an error");
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="field-email-error"');
    expect(html).toMatch(/<input[^>]*value="anna.weber@"/);
  });

  it("is where the error summary leads", () => {
    const target = valuesOf(exampleOf("ErrorSummary", "with two errors"), "href")[0];
    expect(valuesOf(exampleOf("TextField", "with an error"), "id")).toContain(target?.slice(1));
  });
});

function exampleOf(primitive: string, state: string): string {
  return render(parts.find((one) => one.primitive === primitive)?.states[state]);
}

function render(element: ReactNode): string {
  return renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "/", element }])} />);
}

function valuesOf(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].map(([, value]) => value ?? "");
}
