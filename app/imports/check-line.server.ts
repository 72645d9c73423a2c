import { checkAddress } from "~/contact-details/address";
import { type CustomerKind, type DetailKind, limits } from "~/contact-details/contact-detail";
import type { DetailValue } from "~/contact-details/contact-detail.schema";
import { checkEmail } from "~/contact-details/email";
import { checkPhone } from "~/contact-details/phone";
import { type Checked, checkText } from "~/contact-details/text";
import { unguardCell } from "~/csv/guard-cell";
import type { Columns, ImportField, ImportSettings } from "./import-fields";
import type { CheckedLine, LineProblem } from "./import.schema";
import { readAmount, readContactBy, readCountry, readDay, readKind, readLanguage } from "./read-cell.server";

/**
 * What a row of a file says, ready to store, or all that is wrong with it. Values are checked by the same rules as
 * those that people type. Empty cells say nothing, and an empty row is neither. `line` is the row's number in the file.
 */
export function checkLine(cells: string[], line: number, columns: Columns, settings: ImportSettings): { checked: CheckedLine | null; problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  if (cells.length === 0) return { checked: null, problems };
  const refuse = (code: string, field: ImportField | null) => {
    // One cell may be read for several details, such as the day on which all were confirmed.
    if (!problems.some((each) => each.code === code && each.field === field)) problems.push({ line, bad: true, code, field });
  };
  if (cells.slice(columns.length).some((text) => text.trim() !== "")) refuse("too_many_cells", null);
  const cell = cellsByField(cells, columns, refuse);

  const account = cell("account_number").replaceAll(/[\s-]/g, "");
  if (account === "") refuse("account_missing", "account_number");
  else if (!/^\d{8}$/.test(account)) refuse("account_shape", "account_number");

  const country = read(cell, "country", readCountry, refuse) ?? settings.country;
  const kind = read(cell, "kind", readKind, refuse) ?? kindOf(cell);
  const reader = { cell, refuse, country, kind, settings };
  const checked = {
    line,
    account,
    kind,
    locale: read(cell, "language", readLanguage, refuse),
    localeIfNew: localeOf(country) ?? settings.locale,
    country,
    birthDate: kind === "company" ? null : readDate(reader, "birth_date")?.slice(0, 10) ?? null,
    yearlySpend: read(cell, "yearly_spend", readAmount, refuse),
    contactBy: read(cell, "contact_by", readContactBy, refuse),
    details: readDetails(reader),
  };
  return { checked: problems.length === 0 ? checked : null, problems };
}

type Refuse = (code: string, field: ImportField | null) => void;
type CellOf = (field: ImportField) => string;
type Reader = { cell: CellOf; refuse: Refuse; country: string; kind: CustomerKind | null; settings: ImportSettings };
type Detail = CheckedLine["details"][number];

function cellsByField(cells: string[], columns: Columns, refuse: Refuse): CellOf {
  const byField = new Map<ImportField, string>();
  for (const [at, field] of columns.entries()) {
    const text = unguardCell(cells[at] ?? "").trim();
    if (field === null || text === "") continue;
    if (text.includes("\ufffd")) refuse("unreadable", field);
    byField.set(field, text);
  }
  return (field) => byField.get(field) ?? "";
}

function read<T>(cell: CellOf, field: ImportField, reading: (text: string) => T | null, refuse: Refuse): T | null {
  const text = cell(field);
  if (text === "") return null;
  const value = reading(text);
  if (value === null) refuse(`${field}_unknown`, field);
  return value;
}

// A file of phone numbers alone need not say who is what.
function kindOf(cell: CellOf): CustomerKind | null {
  if (cell("company") !== "") return "company";
  return cell("given") === "" && cell("family") === "" ? null : "person";
}

// AT and HU speak for themselves; of a country with several of our languages, or none, the settings decide.
function localeOf(country: string): "de" | "en" | "hu" | null {
  if (country === "DE" || country === "AT") return "de";
  if (country === "HU") return "hu";
  return country === "GB" || country === "IE" || country === "US" ? "en" : null;
}

function readDetails(reader: Reader): Detail[] {
  const { country } = reader;
  return [
    readName(reader),
    readAddress(reader, "billing_address", ["street", "street2", "street3"], { postcode: "postcode", city: "city", area: "area" }, country),
    readSite(reader),
    readOne(reader, "phone", "phone", (text) => checkPhone(text, country, "details_error_required_phone")),
    readOne(reader, "phone", "phone2", (text) => checkPhone(text, country, "details_error_required_phone")),
    readOne(reader, "fax", "fax", (text) => checkPhone(text, country, "details_error_required_fax")),
    readOne(reader, "email", "email", checkEmail),
  ].filter((each, at, all) => each !== null && !all.slice(0, at).some((other) => other?.kind === each.kind && other.value === each.value)) as Detail[];
}

// Of customers that exist, a line need not repeat the name.
function readName(reader: Reader): Detail | null {
  const { cell, refuse, kind } = reader;
  if (kindOf(cell) === null) return null;
  if (kind === "company") {
    const { value, error } = checkText(cell("company"), { max: limits.companyName, missing: "details_error_required_company" });
    if (error !== undefined) refuse(error, "company");
    return value === undefined ? null : detail(reader, "name", { company: value }, "name_confirmed");
  }
  const given = checkText(cell("given"), { max: limits.personName });
  const family = checkText(cell("family"), { max: limits.personName });
  if (given.error !== undefined) refuse(given.error, "given");
  if (family.error !== undefined) refuse(family.error, "family");
  if (given.value === undefined || family.value === undefined) return null;
  if (given.value === "" && family.value === "") {
    refuse("details_error_required_name", "family");
    return null;
  }
  return detail(reader, "name", { given: given.value, family: family.value }, "name_confirmed");
}

type OneLineFields = Partial<Record<"postcode" | "city" | "area", ImportField>>;

function readAddress(reader: Reader, kind: DetailKind, lines: ImportField[], parts: OneLineFields, country: string, label?: string): Detail | null {
  const { cell, refuse } = reader;
  const part = (name: keyof OneLineFields) => (parts[name] ? cell(parts[name]) : "");
  const typed = { country, lines: lines.map(cell), postcode: part("postcode"), city: part("city"), area: part("area") };
  if ([...typed.lines, typed.postcode, typed.city].every((text) => text === "")) return null;
  const { address, problems } = checkAddress(typed);
  for (const { path: [first, at], error } of problems) {
    const name = String(first);
    refuse(error, name === "lines" ? lines[Number(at)] ?? null : parts[name as keyof OneLineFields] ?? null);
  }
  return detail(reader, kind, address, kind === "billing_address" ? "address_confirmed" : "site_confirmed", label);
}

function readSite(reader: Reader): Detail | null {
  const { cell, refuse } = reader;
  const label = checkText(cell("site"), { max: limits.city });
  if (label.error !== undefined) refuse(label.error, "site");
  const country = read(cell, "site_country", readCountry, refuse) ?? reader.country;
  const site = readAddress(reader, "shipping_address", ["site_street", "site_street2"], { postcode: "site_postcode", city: "site_city" }, country, label.value);
  if (!site && cell("site") !== "") refuse("site_without_address", "site_street");
  return site;
}

function readOne(reader: Reader, kind: DetailKind, field: "phone" | "phone2" | "fax" | "email", check: (text: string) => Checked<string>): Detail | null {
  const text = reader.cell(field);
  if (text === "") return null;
  const { value, error } = check(text);
  if (error === undefined) return detail(reader, kind, value, `${field}_confirmed`);
  reader.refuse(error, field);
  return null;
}

function detail(reader: Reader, kind: DetailKind, value: DetailValue, dayField: ImportField, label?: string): Detail {
  const day = reader.cell(dayField) === "" ? "confirmed" : dayField;
  return { kind, value, label: label === undefined || label === "" ? null : label, confirmedAt: readDate(reader, day) };
}

function readDate({ cell, refuse, settings }: Reader, field: ImportField): string | null {
  const text = cell(field);
  if (text === "") return null;
  const day = readDay(text, settings.dateOrder);
  if (day === null) refuse("day_unknown", field);
  else if (day.slice(0, 10) > new Date().toISOString().slice(0, 10)) refuse("day_in_the_future", field);
  else return day;
  return null;
}
