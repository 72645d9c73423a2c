import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkText } from "./text";

const max = 100;

describe("typed text", () => {
  it.each([
    ["  Anna   Weber ", "Anna Weber"],
    ["Anna\u00a0Weber", "Anna Weber"],
    ["Zsófia", "Zsófia"],
    ["<b>O'Brien</b>; drop table customers; --", "<b>O'Brien</b>; drop table customers; --"],
    ["שלום\u200f עולם", "שלום\u200f עולם"],
    ["👩\u200d👩\u200d👧 & Co", "👩\u200d👩\u200d👧 & Co"],
    ["=1+1", "=1+1"],
  ])("keeps %j as %j", (typed, value) => {
    expect(checkText(typed, { max })).toEqual({ value });
  });

  it.each(["a\u0000b", "a\tb", "Anna\r\nBcc: x@example.com", "a\u0085b", "a\u2028b", "a\ud800b"])("refuses %j", (typed) => {
    expect(checkText(typed, { max })).toEqual({ error: "details_error_control_characters" });
  });

  it.each(["", "   ", "\u200b\u200d", "\u00ad"])("takes %j as empty", (typed) => {
    expect(checkText(typed, { max })).toEqual({ value: "" });
    expect(checkText(typed, { max, missing: "details_error_required_city" })).toEqual({ error: "details_error_required_city" });
  });

  it("counts code points, as the database does", () => {
    expect(checkText("😀".repeat(max), { max }).error).toBeUndefined();
    expect(checkText("😀".repeat(max + 1), { max })).toEqual({ error: "details_error_too_long" });
  });

  it("changes nothing about any other text but its spaces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const { value, error } = checkText(typed, { max: 1000 });
        expect(error !== undefined).toBe(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(typed));
        if (value === undefined) return;
        expect(squeeze(value)).toBe(/[^\p{DI}\p{Zs}]/u.test(typed) ? squeeze(typed.normalize("NFC")) : "");
        expect(checkText(value, { max: 1000 })).toEqual({ value });
      }),
    );
  });
});

function squeeze(text: string): string {
  return text.replace(/[\p{Zs}\ufeff]/gu, "");
}
