import { expect, test } from "vitest";
import type { Detail } from "~/contact-details/detail.schema";
import { readCorrection } from "./correction-form.server";
import { presenceName } from "./presence";

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

function posted(number: string, presence?: string): FormData {
  const form = new FormData();
  form.set(`details.${phone.id}.value`, number);
  form.set(`details.${phone.id}.seen`, JSON.stringify(phone.value));
  form.set(`details.${phone.id}.version`, String(phone.version));
  if (presence) form.set(presenceName, presence);
  return form;
}

function read(form: FormData, checked = true) {
  return readCorrection(form, [phone], owner, checked);
}

/** The form that comes back: what it complains about, and what stands in the phone's field. */
function readAgain(form: FormData, checked = true) {
  const result = read(form, checked);
  if (!("fields" in result)) throw new Error("the form went on");
  const { fields, errors, ...rest } = result;
  return { ...rest, complaints: Object.keys(errors), typed: fields.find(({ detail }) => detail === phone.id)?.typed };
}

test("what was changed goes on with where the customer is", () => {
  expect(read(posted("030 55501299", "phone"))).toMatchObject({
    presence: "phone",
    changes: [{ op: "change", detail: phone.id, value: "+493055501299", version: 3 }],
  });
});

test("a caller who was not checked stops it, and what was typed stays", () => {
  expect(readAgain(posted("030 55501299", "phone"), false)).toMatchObject({ complaints: [presenceName], typed: "030 55501299", presence: "phone" });
});

test("somebody at the counter needs no check", () => {
  expect(read(posted("030 55501299", "id_card"), false)).toMatchObject({ presence: "id_card" });
});

test("a place that does not exist is none", () => {
  expect(readAgain(posted("030 55501299", "hearsay"))).toMatchObject({ complaints: [presenceName], presence: null });
});

test("both the missing place and a bad number are told at once", () => {
  expect(readAgain(posted("12"))).toMatchObject({ complaints: [presenceName, `details.${phone.id}.value`], typed: "12" });
});

test("nothing changed is said, not sent", () => {
  expect(readAgain(posted("030 23125014", "phone"))).toMatchObject({ complaints: [], unchanged: true });
});

test("asking for another country's fields complains about nothing", () => {
  const form = posted("12");
  form.set("country-changed", "yes");
  expect(readAgain(form)).toMatchObject({ complaints: [], typed: "12", unchanged: false });
});

test("coming back from the check page keeps the changes and the place", () => {
  const form = new FormData();
  form.set("changes", JSON.stringify([{ op: "change", detail: phone.id, kind: "phone", label: null, value: "+493055501299", version: 3, seen: phone.value }]));
  form.set(presenceName, "documents");
  expect(readAgain(form)).toMatchObject({ complaints: [], typed: "030 55501299", presence: "documents" });
});
