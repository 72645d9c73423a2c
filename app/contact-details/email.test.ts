import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkEmail, emailKey } from "./email";

describe("a typed email address", () => {
  it.each(["anna.weber@example.com", "Anna+Shop@Example.com", "o'brien@example.co.uk", "info@müller.example", "info@xn--mller-kva.example", "użytkownik@example.pl", "a@b.museum"])(
    "%s is kept as typed",
    (typed) => {
      expect(checkEmail(`  ${typed} `)).toEqual({ value: typed });
    },
  );

  it.each(["anna", "anna@", "@example.com", "anna@example", "a b@example.com", "anna@exa mple.com", "a@b.de, c@d.de", "a@@b.de", ".a@b.de", "a..b@c.de", "a@-b.de", "a@b..de", "a@1.2.3.4", `a@${"b".repeat(64)}.de`, "a@b.de;", "😀@example.com"])(
    "%s is refused",
    (typed) => {
      expect(checkEmail(typed)).toEqual({ error: "details_error_email_invalid" });
    },
  );

  it.each(["Anna <anna@example.com>", "<anna@example.com>", '"Anna" anna@example.com'])("%s is more than an address", (typed) => {
    expect(checkEmail(typed)).toEqual({ error: "details_error_email_address_only" });
  });

  it("must be given, be short in bytes, and smuggle nothing into a header", () => {
    expect(checkEmail("")).toEqual({ error: "details_error_required_email" });
    expect(checkEmail(`${"ű".repeat(125)}@example.com`)).toEqual({ error: "details_error_too_long" });
    expect(checkEmail("anna@example.com\r\nBcc: eve@example.com")).toEqual({ error: "details_error_control_characters" });
    expect(checkEmail("anna@example.com%0aBcc:eve@example.com")).toEqual({ error: "details_error_email_invalid" });
  });

  it("is unchanged or refused, whatever was typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: fc.constantFrom(..."aB1.@-+ \n<ü") })), (typed) => {
        const { value, error } = checkEmail(typed);
        if (error === undefined) expect(value).toBe(typed.normalize("NFC").trim());
      }),
    );
  });

  it("is compared without regard to capitals", () => {
    expect(emailKey("Anna@Example.COM")).toBe("anna@example.com");
  });
});
