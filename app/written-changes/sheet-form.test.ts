import { describe, expect, test } from "vitest";
import { dayOf, readSheet } from "./sheet-form.server";

const sheet = { channel: "invoice", receivedOn: "2026-11-20", documentNumber: " RE-2026/117 " } as const;
const today = "2026-11-21";

describe("the head of a sheet", () => {
  test("keeps channel, day and the number printed on the paper", () => {
    expect(readSheet(sheet, today)).toEqual({ head: { channel: "invoice", receivedOn: "2026-11-20", documentNumber: "RE-2026/117" } });
  });

  test("may have come today, but not tomorrow", () => {
    expect(readSheet({ ...sheet, receivedOn: today }, today)).toHaveProperty("head");
    expect(readSheet({ ...sheet, receivedOn: "2026-11-22" }, today)).toEqual({ errors: { received_on: "paper_error_received_in_the_future" } });
  });

  test.each(["", "2026-02-30", "gestern"])("has no day %j", (receivedOn) => {
    expect(readSheet({ ...sheet, receivedOn }, today)).toEqual({ errors: { received_on: "paper_error_received_on_missing" } });
  });

  test("refuses a document number that is too long or holds control characters", () => {
    expect(readSheet({ ...sheet, documentNumber: "1".repeat(61) }, today)).toEqual({ errors: { document_number: "details_error_too_long" } });
    expect(readSheet({ ...sheet, documentNumber: "1\u0007" }, today)).toEqual({ errors: { document_number: "details_error_control_characters" } });
  });
});

test("a day begins at midnight where the company is", () => {
  expect(dayOf(new Date("2026-11-20T23:30:00Z"))).toBe("2026-11-21");
});
