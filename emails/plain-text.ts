import { toPlainText } from "@react-email/render";

/** The part of html-to-text's element and block builder that the formatters below use. */
type Element = { attribs?: Record<string, string>; children: Element[]; data?: string };
type Builder = {
  addLiteral(text: string): void;
  addInline(text: string): void;
  addLineBreak(): void;
  openBlock(options: { leadingLineBreaks: number }): void;
  closeBlock(options: { trailingLineBreaks: number }): void;
};
type Walk = (children: Element[], builder: Builder) => void;

/**
 * A rendered mail as plain text that reads well by itself: headings as written, a button as its
 * label with the address below, and what people typed letter by letter (html-to-text would fold
 * their spaces and drop zero-width characters).
 */
export function plainText(html: string): string {
  return toPlainText(html, {
    formatters: { typed, button },
    selectors: [
      { selector: "bdi", format: "typed" },
      { selector: "a.button", format: "button" },
      { selector: 'a[href^="tel:"]', format: "anchor", options: { ignoreHref: true } },
      { selector: "h1", options: { uppercase: false, leadingLineBreaks: 2 } },
      { selector: "h2", options: { uppercase: false } },
    ],
  });
}

function typed(element: Element, _walk: Walk, builder: Builder): void {
  builder.addLiteral(element.children.map((child) => child.data ?? "").join(""));
}

function button(element: Element, walk: Walk, builder: Builder): void {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  builder.addInline(":");
  builder.addLineBreak();
  builder.addLiteral(element.attribs?.href ?? "");
  builder.closeBlock({ trailingLineBreaks: 2 });
}
