import { describe, expect, it } from "vitest";
import de from "~/i18n/messages/details.de.json";
import en from "~/i18n/messages/details.en.json";
import hu from "~/i18n/messages/details.hu.json";

const sources = Object.values(
  import.meta.glob<string>(["./*.{ts,tsx}", "!./*.test.ts"], { query: "?raw", import: "default", eager: true }),
);
/** Keys written out, such as `details_country`, and the beginnings of composed ones, such as `details_kind_${kind}`. */
const keys = sources.flatMap((source) => source.match(/\bdetails_[a-z0-9_]*[a-z0-9]\b/g) ?? []);
const beginnings = sources.flatMap((source) => source.match(/\bdetails_[a-z0-9_]*_(?=\$\{)/g) ?? []);

describe("the catalogues of contact details", () => {
  it("have every key that the code names", () => {
    expect(keys).toContain("details_error_phone_invalid");
    expect(beginnings).toContain("details_error_postcode_");
    expect(keys.filter((key) => !(key in en))).toEqual([]);
  });

  it("say the same in three languages, with the same variables", () => {
    expect(variables(de)).toEqual(variables(en));
    expect(variables(hu)).toEqual(variables(en));
    expect(Object.values({ ...de, ...en, ...hu }).filter((text) => text.trim() === "")).toEqual([]);
  });

  it("have no key that nobody uses", () => {
    const used = (key: string) => keys.includes(key) || beginnings.some((beginning) => key.startsWith(beginning));
    expect(Object.keys(en).filter((key) => !used(key))).toEqual([]);
  });
});

function variables(catalogue: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, text.match(/\{\w+\}/g) ?? []]));
}
