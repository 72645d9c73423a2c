import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AddressFields, countryChangedName } from "./address-fields";
import type { Address } from "./contact-detail.schema";

const leipzig: Address = { country: "DE", lines: ["<b>Karl</b>-Heine-Str. 1"], postcode: "04229", city: "Leipzig", area: "" };

const render = (change: Partial<Address>, errors = {}) =>
  renderToStaticMarkup(
    <AddressFields name="value" typed={{ ...leipzig, ...change }} errors={errors} purpose="billing" locale="en" />,
  );
const names = (html: string) => [...html.matchAll(/<(?:input|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name);

describe("the fields of an address", () => {
  it("stand in the country's order, with room for one line more", () => {
    expect(names(render({ country: "HU" })).slice(0, 5)).toEqual([
      "value.country",
      "value.city",
      "value.lines[0]",
      "value.lines[1]",
      "value.postcode",
    ]);
    expect(names(render({ lines: ["a", "b"] }))).toContain("value.lines[2]");
    expect(names(render({ lines: ["a", "b", "c"] }))).not.toContain("value.lines[3]");
  });

  it("carry along what the chosen country has no field for", () => {
    expect(render({ country: "SG" })).toContain('<input type="hidden" name="value.city" value="Leipzig"/>');
  });

  it("show what was typed, escaped, and the error beside its field", () => {
    const html = render({}, { "value.postcode": "Please check." });
    expect(html).toContain('value="&lt;b&gt;Karl&lt;/b&gt;-Heine-Str. 1"');
    expect(html).toMatch(/aria-describedby="field-value-postcode-error"/);
  });

  it("have a button for another country, but not as the one that Enter presses", () => {
    const [first, second] = render({}).match(/<button[^>]*>/g) ?? [];
    expect(first).not.toContain("name=");
    expect(second).toContain(`name="${countryChangedName}"`);
  });
});
