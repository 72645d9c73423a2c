import { describe, expect, it } from "vitest";
import { formatValue, fullName } from "./format-detail";

describe("a detail in words", () => {
  it("is written for its reader", () => {
    expect(formatValue("phone", "+4930123456", "en", "DE")).toEqual(["030 123456"]);
    expect(formatValue("fax", "+4930123456", "en", "GB")).toEqual(["+49 30 123456"]);
    expect(formatValue("email", "Anna@Example.com", "en", "DE")).toEqual(["Anna@Example.com"]);
    expect(formatValue("name", { company: "Nordlicht GmbH" }, "hu", "DE")).toEqual(["Nordlicht GmbH"]);
    const address = { country: "AT", lines: ["Graben 1", "Top 4"], postcode: "1010", city: "Wien", area: "" };
    expect(formatValue("billing_address", address, "hu", "AT")).toEqual(["Graben 1", "Top 4", "1010 Wien", "Ausztria"]);
  });

  it("puts the family name first in Hungarian, and copes with a single name", () => {
    expect(fullName({ given: "Anna", family: "Szabó" }, "hu")).toBe("Szabó Anna");
    expect(fullName({ given: "Anna", family: "Szabó" }, "de")).toBe("Anna Szabó");
    expect(fullName({ given: "", family: "Suharto" }, "en")).toBe("Suharto");
  });
});
