import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { checkKinds } from "./check-kinds";
import { type CheckPolicy, policySchema } from "./caller-check.schema";
import { askedName, pointsName } from "./policy-fields";

/** What was typed, by form name; the policy, or sentences by form name. */
export type ReadPolicy = { typed: Record<string, string> } & ({ policy: CheckPolicy } | { policy: null; errors: Record<string, string> });

const ranges = { pointsNeeded: [1, 9], wrongAnswers: [1, 20], lockMinutes: [1, 10_080], holdsMinutes: [1, 480] } as const;

/** Reads the admin's form. */
export function readPolicyForm(form: FormData): ReadPolicy {
  const numbers = { ...ranges, ...Object.fromEntries(checkKinds.map((kind) => [pointsName(kind), [1, 9]] as const)) };
  const typed = Object.fromEntries([...Object.keys(numbers), "overrideFrom", ...checkKinds.map(askedName)].map((name) => [name, formText(form, name).trim()]));
  const errors = Object.fromEntries(Object.entries(numbers).flatMap(([name, [from, to]]) =>
    (isWithin(typed[name] ?? "", from, to) ? [] : [[name, m.checks_policy_number({ range: `${from}–${to}` })]])));
  const number = (name: string) => Number(typed[name]);
  const policy = policySchema.safeParse({
    ...Object.fromEntries(Object.keys(ranges).map((name) => [name, number(name)])),
    overrideFrom: typed.overrideFrom === "never" ? null : number("overrideFrom"),
    kinds: checkKinds.map((kind) => ({ kind, points: number(pointsName(kind)), asked: form.has(askedName(kind)) })),
  });
  if (Object.keys(errors).length > 0) return { typed, policy: null, errors };
  if (!policy.success) throw new Response(null, { status: 400 });
  return { typed, policy: policy.data };
}

function isWithin(typed: string, from: number, to: number): boolean {
  return /^\d{1,5}$/.test(typed) && Number(typed) >= from && Number(typed) <= to;
}

/** The policy as its form shows it. */
export function typedPolicy({ kinds, overrideFrom, ...numbers }: CheckPolicy): Record<string, string> {
  return {
    ...Object.fromEntries(Object.keys(ranges).map((name) => [name, String(numbers[name as keyof typeof ranges])])),
    overrideFrom: overrideFrom === null ? "never" : String(overrideFrom),
    ...Object.fromEntries(kinds.flatMap(({ kind, points, asked }) => [[pointsName(kind), String(points)], [askedName(kind), asked ? "on" : ""]])),
  };
}
