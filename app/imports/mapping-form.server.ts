import { formText } from "~/form-text";
import { getLocale, locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import { type Columns, importFields, type ImportSettings } from "./import-fields";
import type { ColumnView } from "./import-view.server";
import { columnsSchema, settingsSchema } from "./import.schema";
import { fieldName } from "./problem-text.server";
import { mappingFields } from "./mapping-fields";

/** What stands in the form before anybody chose: the company's country, the reader's language. */
export function initialSettings(): ImportSettings {
  return { country: company.defaultCountry, locale: getLocale(), dateOrder: "dmy", newerWins: true, leaveOutLookalikes: false };
}

/** Everything that a column may hold, in the reader's language. */
export function fieldOptions() {
  return importFields.map((value) => ({ value, label: fieldName(value) }));
}

export type MappingError = { name: string; message: string };

/** What a posted form asks for, or what is wrong with it. Throws 400 for what no form of ours sends. */
export function readMapping(form: FormData): { columns: Columns; settings: ImportSettings } | { errors: MappingError[] } {
  const columns = columnsSchema.safeParse(form.getAll(mappingFields.column).map((field) => (field === "" ? null : field)));
  const settings = settingsSchema.safeParse({
    country: form.get(mappingFields.country),
    locale: form.get(mappingFields.locale),
    dateOrder: form.get(mappingFields.dateOrder),
    newerWins: form.get(mappingFields.conflict) !== "file",
    leaveOutLookalikes: form.has(mappingFields.lookalikes),
  });
  if (!columns.success || !settings.success) throw new Response(null, { status: 400 });
  const errors = errorsOf(columns.data);
  return errors.length > 0 ? { errors } : { columns: columns.data, settings: settings.data };
}

/** A form as it was filled in, to be shown again. */
export function typedMapping(form: FormData, columns: ColumnView[]): { columns: ColumnView[]; settings: ImportSettings } {
  const fields = form.getAll(mappingFields.column);
  const settings = initialSettings();
  return {
    columns: columns.map((column, at) => ({ ...column, field: importFields.find((field) => field === fields[at]) ?? null })),
    settings: {
      ...settings,
      country: formText(form, mappingFields.country),
      locale: locales.find((locale) => locale === form.get(mappingFields.locale)) ?? settings.locale,
      dateOrder: form.get(mappingFields.dateOrder) === "mdy" ? "mdy" : "dmy",
      newerWins: form.get(mappingFields.conflict) !== "file",
      leaveOutLookalikes: form.has(mappingFields.lookalikes),
    },
  };
}

function errorsOf(columns: Columns): MappingError[] {
  const name = (at: number) => `${mappingFields.column}-${at}`;
  const twice = columns.flatMap((field, at) => (field !== null && columns.indexOf(field) < at
    ? [{ name: name(at), message: m.imports_error_field_twice({ field: fieldName(field) }) }]
    : []));
  return columns.includes("account_number") ? twice : [{ name: name(0), message: m.imports_error_account_column() }, ...twice];
}
