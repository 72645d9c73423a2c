import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { pageBody } from "./page-body.server";

test.each(["ä", "ő", "“", "漢", "😀"])("many %s come out as they went in, wherever a chunk ends", async (letter) => {
  const lines = Array.from({ length: 300 }, (_, at) => "x".repeat(at % 7) + letter.repeat(100));
  const body = pageBody();
  const { pipe } = renderToPipeableStream(createElement("ul", null, lines.map((line, at) => createElement("li", { key: at }, line))), { onAllReady: () => pipe(body) });
  expect(await text(body)).toBe(`<ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`);
});
