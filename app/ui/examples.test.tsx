import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { pages, parts } from "./examples";

const named = [...parts, ...pages].flatMap(({ primitive, states }) =>
  Object.entries(states).map(([state, element]) => ({ name: `${primitive}, ${state}`, element })),
);

describe.each(named)("$name", ({ element }) => {
  it("has content", async () => {
    const html = await render(element);
    expect(html.replace(/<[^>]*>/g, "").trim() || html.match(/<input/)).toBeTruthy();
  });

  it("refers only to ids that are there, once", async () => {
    const html = await render(element);
    const ids = valuesOf(html, "id");
    const used = ["for", "aria-describedby", "aria-labelledby"].flatMap((name) => valuesOf(html, name));
    const lost = used.flatMap((value) => value.split(" ")).filter((id) => ids.filter((one) => one === id).length !== 1);
    expect(lost).toEqual([]);
  });

  it("needs no inline style, which the content security policy refuses", async () => {
    expect(valuesOf(await render(element), "style")).toEqual([]);
  });
});

describe("a field in error", () => {
  it("keeps what was typed, and is tied to its message for those who listen", async () => {
    const html = await render(exampleOf("TextField", "with an error"));
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="field-email-error"');
    expect(html).toContain('value="anna.weber@"');
  });

  it("is where the error summary leads", async () => {
    const [target] = valuesOf(await render(exampleOf("ErrorSummary", "with two errors")), "href");
    expect(valuesOf(await render(exampleOf("TextField", "with an error")), "id")).toContain(target?.slice(1));
  });
});

function exampleOf(primitive: string, state: string): ReactNode {
  return parts.find((one) => one.primitive === primitive)?.states[state];
}

async function render(element: ReactNode): Promise<string> {
  const handler = createStaticHandler([{ path: "/", element }]);
  const context = await handler.query(new Request("http://localhost/"));
  if (context instanceof Response) throw new Error("An example has no loader that could answer");
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

function valuesOf(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].map(([, value]) => value ?? "");
}
