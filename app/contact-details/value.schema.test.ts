import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import en from "~/i18n/messages/details.en.json";
import { type CustomerKind, type DetailKind, detailKinds, detailValueSchema } from "./contact-detail.schema";
import { valueSchema } from "./value.schema";

const schemaOf = (kind: DetailKind, customerKind: CustomerKind = "person", country = "DE") => valueSchema(kind, { customerKind, country });

/** A form as a browser posts it, through the parser that the routes use. */
function post(kind: DetailKind, fields: Record<string, string>, customerKind: CustomerKind = "person") {
  const form = new FormData();
  for (const [name, typed] of Object.entries(fields)) form.append(name, typed);
  const submission = parseWithZod(form, { schema: z.object({ value: schemaOf(kind, customerKind) }) });
  return submission.status === "success" ? submission.value.value : submission.reply().error;
}

describe("a posted form", () => {
  it("becomes the value to store", () => {
    expect(post("name", { "value.given": " Anna ", "value.family": "Weber" })).toEqual({ given: "Anna", family: "Weber" });
    expect(post("name", { "value.given": "", "value.family": "Suharto" })).toEqual({ given: "", family: "Suharto" });
    expect(post("name", { "value.company": "Nordlicht" }, "company")).toEqual({ company: "Nordlicht" });
    expect(post("fax", { value: "030 123456" })).toBe("+4930123456");
    expect(post("email", { value: "Anna@Example.com" })).toBe("Anna@Example.com");
  });

  it("becomes an address, with the empty second line left out", () => {
    const typed = { "value.country": "IE", "value.lines[0]": "1 Main St", "value.lines[1]": "", "value.city": "Dublin", "value.area": "", "value.postcode": "d02x285" };
    expect(post("billing_address", typed)).toEqual({ country: "IE", lines: ["1 Main St"], postcode: "D02 X285", city: "Dublin", area: "" });
  });

  it("is refused with a key beside its field", () => {
    expect(post("name", { "value.given": "", "value.family": "" })).toEqual({ "value.given": ["details_error_required_name"] });
    expect(post("name", { "value.company": "" }, "company")).toEqual({ "value.company": ["details_error_required_company"] });
    expect(post("phone", { value: "" })).toEqual({ value: ["details_error_required_phone"] });
    expect(post("email", {})).toEqual({ value: ["details_error_required_email"] });
    expect(post("shipping_address", { "value.country": "DE", "value.postcode": "1010" })).toEqual({
      "value.lines[0]": ["details_error_required_street"],
      "value.postcode": ["details_error_postcode_de"],
      "value.city": ["details_error_required_city"],
    });
  });
});

describe("any input at all", () => {
  it("is stored in a known shape or refused with keys of the catalogues", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.constantFrom("DE", "10243", "a@b.de", "030 123456"));
    const shape = fc.record({ given: text, family: text, company: text, country: text, lines: fc.array(text), postcode: text, city: text, area: text });
    fc.assert(
      fc.property(fc.constantFrom(...detailKinds), fc.constantFrom<CustomerKind>("person", "company"), fc.oneof(text, shape, fc.anything()), (kind, customer, input) => {
        const result = schemaOf(kind, customer).safeParse(input);
        if (result.success) expect(detailValueSchema.parse(result.data)).toEqual(result.data);
        for (const { message } of result.error?.issues ?? []) expect(en).toHaveProperty(message);
      }),
      { numRuns: 1000 },
    );
  });
});
