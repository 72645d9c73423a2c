import { describe, expect, it } from "vitest";
import type { DetailKind, DetailValue } from "./contact-detail.schema";
import { maskValue } from "./mask";

describe("a masked value", () => {
  it.each<[DetailKind, DetailValue, string]>([
    ["phone", "+4930123434", "+49 ••• ••34"],
    ["fax", "+3612345678", "+36 ••• ••78"],
    ["email", "anna@example.com", "a•••@e•••.com"],
    ["name", { given: "Anna", family: "Weber" }, "A••• W•••"],
    ["name", { given: "", family: "Suharto" }, "S•••"],
    ["name", { given: "👩\u200d👧 x", family: "" }, "👩\u200d👧•••"],
    ["name", { company: "Nordlicht GmbH" }, "N•••"],
    ["billing_address", { country: "DE", lines: ["Warschauer Str. 1"], postcode: "10243", city: "Berlin", area: "" }, "••••, 10••• Berlin"],
    ["shipping_address", { country: "IE", lines: ["1 Main St"], postcode: "", city: "Cork", area: "" }, "••••, Cork"],
    ["shipping_address", { country: "MO", lines: ["1 Main St"], postcode: "", city: "", area: "" }, "••••"],
  ])("%s %j is %s", (kind, value, masked) => {
    expect(maskValue(kind, value)).toBe(masked);
  });
});
