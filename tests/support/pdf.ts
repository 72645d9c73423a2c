import { createCanvas, loadImage } from "@napi-rs/canvas";
import jsqr from "jsqr";
import { getDocumentProxy, renderPageAsImage } from "unpdf";

const MM_PER_POINT = 25.4 / 72;

/** A piece of text with the place of its baseline's beginning, in millimetres from the page's left and upper edge. */
export interface Placed {
  text: string;
  x: number;
  y: number;
  width: number;
}

/** What a PDF says, and what it says of itself. */
export interface ReadPdf {
  title: unknown;
  language: unknown;
  /** Whether it carries the structure that screen readers go by. */
  tagged: boolean;
  /** The text of each page, with the spaces between pieces as one. */
  pages: string[];
  placed: Placed[][];
  /** The roles in each page's structure, such as "H1" and "Table". */
  roles: string[][];
}

/** Reads a PDF as pdf.js does. What is invisible in a text (zero-width characters) pdf.js leaves out. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const info = (await document.getMetadata()).info as Record<string, unknown>;
  const marked = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  const read: ReadPdf = { title: info.Title, language: info.Language, tagged: marked?.Marked === true, pages: [], placed: [], roles: [] };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const height = page.getViewport({ scale: 1 }).height;
    const { items } = await page.getTextContent();
    const pieces = items.filter((item) => "str" in item);
    read.pages.push(pieces.map(({ str, hasEOL }) => str + (hasEOL ? " " : "")).join("").replace(/\s+/g, " "));
    read.placed.push(pieces.filter(({ str }) => str.trim() !== "").map(({ str, transform, width }) => {
      const [, , , , x = 0, y = 0] = transform as number[];
      return { text: str, x: x * MM_PER_POINT, y: (height - y) * MM_PER_POINT, width: width * MM_PER_POINT };
    }));
    read.roles.push(rolesIn(await page.getStructTree()));
  }
  return read;
}

function rolesIn(node: unknown): string[] {
  const { role, children = [] } = (node ?? {}) as { role?: string; children?: unknown[] };
  return [...(role ? [role] : []), ...children.flatMap(rolesIn)];
}

/** What the QR code on a page says when a camera sees the page; null where there is none. */
export async function qrOf(pdf: Uint8Array, page: number): Promise<string | null> {
  const png = await renderPageAsImage(new Uint8Array(pdf), page, { canvasImport: () => import("@napi-rs/canvas"), scale: 2 });
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return jsqr(new Uint8ClampedArray(data), image.width, image.height)?.data ?? null;
}
