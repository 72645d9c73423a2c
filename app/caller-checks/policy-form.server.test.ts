import { expect, test } from "vitest";
import { checkKinds } from "./check-kinds";
import type { CheckPolicy } from "./caller-check.schema";
import { readPolicyForm, typedPolicy } from "./policy-form.server";

const policy: CheckPolicy = {
  pointsNeeded: 3, wrongAnswers: 5, lockMinutes: 60, holdsMinutes: 30, overrideFrom: null,
  kinds: checkKinds.map((kind, at) => ({ kind, points: at + 1, asked: kind !== "id_digits" })),
};

/** What a browser sends of the form as it shows it. */
function posted(typed: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) if (value !== "") form.set(name, value);
  return form;
}

test("what the form shows comes back as the same policy", () => {
  expect(readPolicyForm(posted(typedPolicy(policy))).policy).toEqual(policy);
  const never = readPolicyForm(posted(typedPolicy({ ...policy, overrideFrom: 2 })));
  expect(never.policy?.overrideFrom).toBe(2);
});

test("numbers out of their range are told by name, and all that was typed and ticked stays", () => {
  const typed = { ...typedPolicy(policy), lockMinutes: "ewig", "points.postcode": "0" };
  const read = readPolicyForm(posted(typed));
  expect(read).toMatchObject({ policy: null, typed });
  expect(Object.keys(read.policy === null ? read.errors : {})).toEqual(["lockMinutes", "points.postcode"]);
});
