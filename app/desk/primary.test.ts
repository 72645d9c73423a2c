import { expect, test } from "vitest";
import { isPrimaryOfSeveral } from "./primary";

const mobile = { kind: "phone", isPrimary: true } as const;
const landline = { kind: "phone", isPrimary: false } as const;
const email = { kind: "email", isPrimary: true } as const;

test("only the first choice among several is marked", () => {
  const details = [mobile, landline, email];
  expect(details.map((detail) => isPrimaryOfSeveral(detail, details))).toEqual([true, false, false]);
});
