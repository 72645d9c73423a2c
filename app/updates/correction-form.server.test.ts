import { expect, test } from "vitest";
import type { Detail } from "~/contact-details/detail.schema";
import { readCorrection } from "./correction-form.server";
import { identifiedByName } from "./identification";

const owner = { kind: "person", country: "DE" } as const;
const phone: Detail = {
  id: "5b1c1f57-7a0f-4f0e-9a3c-0d6a4d0f6f10",
  kind: "phone",
  label: null,
  siteId: null,
  isPrimary: true,
  version: 3,
  value: "+493023125014",
  verified: false,
  freshness: { confirmedAt: null, confirmedBy: null, confirmedByYou: false, channel: "import", knownSince: "2020-01-01", reviewOn: "2020-01-01", hold: null },
};

function posted(number: string, identifiedBy?: string): FormData {
  const form = new FormData();
  form.set(`details.${phone.id}.value`, number);
  form.set(`details.${phone.id}.seen`, JSON.stringify(phone.value));
  form.set(`details.${phone.id}.version`, String(phone.version));
  if (identifiedBy) form.set(identifiedByName, identifiedBy);
  return form;
}

function read(form: FormData) {
  return readCorrection(form, [phone], owner);
}

/** The form that comes back: what it complains about, and what stands in the phone's field. */
function readAgain(form: FormData) {
  const result = read(form);
  if (!("fields" in result)) throw new Error("the form went on");
  const { fields, errors, ...rest } = result;
  return { ...rest, complaints: Object.keys(errors), typed: fields.find(({ detail }) => detail === phone.id)?.typed };
}

test("what was changed goes on with how the caller was identified", () => {
  expect(read(posted("030 55501299", "callback"))).toMatchObject({
    identifiedBy: "callback",
    changes: [{ op: "change", detail: phone.id, value: "+493055501299", version: 3 }],
  });
});

test("a caller who was not identified stops it, and what was typed stays", () => {
  expect(readAgain(posted("030 55501299"))).toMatchObject({ complaints: [identifiedByName], typed: "030 55501299" });
});

test("an identification that does not exist is none", () => {
  expect(readAgain(posted("030 55501299", "hearsay"))).toMatchObject({ complaints: [identifiedByName], identifiedBy: null });
});

test("both the caller and a bad number are told at once", () => {
  expect(readAgain(posted("12"))).toMatchObject({ complaints: [identifiedByName, `details.${phone.id}.value`], typed: "12" });
});

test("nothing changed is said, not sent", () => {
  expect(readAgain(posted("030 23125014", "known_voice"))).toMatchObject({ complaints: [], unchanged: true });
});

test("asking for another country's fields complains about nothing", () => {
  const form = posted("12");
  form.set("country-changed", "yes");
  expect(readAgain(form)).toMatchObject({ complaints: [], typed: "12", unchanged: false });
});

test("coming back from the check page keeps the changes and the identification", () => {
  const form = new FormData();
  form.set("changes", JSON.stringify([{ op: "change", detail: phone.id, kind: "phone", label: null, value: "+493055501299", version: 3, seen: phone.value }]));
  form.set(identifiedByName, "documents");
  expect(readAgain(form)).toMatchObject({ complaints: [], typed: "030 55501299", identifiedBy: "documents" });
});
