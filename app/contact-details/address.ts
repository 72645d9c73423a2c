import { type AddressPart, addressParts } from "./address-format";
import { limits } from "./contact-detail";
import type { Address } from "./contact-detail.schema";
import { isCountry } from "./country";
import { checkPostcode } from "./postcode";
import { type Checked, checkText, type ErrorKey } from "./text";

/** What stands beside which input: the path of the input within the form object, and why it is refused. */
export type AddressProblem = { path: (string | number)[]; error: ErrorKey };

type OneLine = Exclude<AddressPart, "lines">;

/**
 * An address as typed, checked by the rules of its country, all parts at once. Empty lines close up;
 * what was typed into a part that the country does not have (left from another country) is dropped.
 */
export function checkAddress(typed: Address): { address: Address; problems: AddressProblem[] } {
  const { country } = typed;
  if (!isCountry(country)) return { address: typed, problems: [{ path: ["country"], error: "details_error_required_country" }] };
  const lines = checkLines(typed.lines);
  const postcode = checkPart("postcode", typed);
  const city = checkPart("city", typed);
  const area = checkPart("area", typed);
  return {
    address: { country, lines: lines.value, postcode: postcode.value, city: city.value, area: area.value },
    problems: [...lines.problems, ...postcode.problems, ...city.problems, ...area.problems],
  };
}

function checkLines(typed: string[]): { value: string[]; problems: AddressProblem[] } {
  const checked = typed.map((line) => checkText(line, { max: limits.addressLine }));
  const problems = checked.flatMap(({ error }, at) => (error ? [{ path: ["lines", at], error }] : []));
  const value = checked.flatMap(({ value }) => (value ? [value] : []));
  if (problems.length > 0) return { value, problems };
  return { value, problems: problemsOfCount(value.length) };
}

function problemsOfCount(count: number): AddressProblem[] {
  if (count === 0) return [{ path: ["lines", 0], error: "details_error_required_street" }];
  if (count > limits.addressLines) return [{ path: ["lines", limits.addressLines], error: "details_error_too_many_lines" }];
  return [];
}

function checkPart(part: OneLine, typed: Address): { value: string; problems: AddressProblem[] } {
  const rule = addressParts(typed.country).find((one) => one.part === part);
  if (!rule) return { value: "", problems: [] };
  const { value = "", error } = checkTyped(part, typed);
  if (error) return { value, problems: [{ path: [part], error }] };
  const missing = value === "" && rule.required;
  return { value, problems: missing ? [{ path: [part], error: `details_error_required_${part}` }] : [] };
}

function checkTyped(part: OneLine, typed: Address): Checked<string> {
  return part === "postcode" ? checkPostcode(typed.postcode, typed.country) : checkText(typed[part], { max: limits[part] });
}
