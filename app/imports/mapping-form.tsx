import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { type Option, SelectField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { ColumnTable } from "./column-table";
import type { ImportSettings } from "./import-fields";
import type { ColumnView } from "./import-view.server";
import { mappingFields } from "./mapping-fields";

export type MappingFormProps = {
  id: string;
  columns: ColumnView[];
  /** Everything that a column may hold. */
  fields: Option[];
  settings: ImportSettings;
  countries: Option[];
  errors: { name: string; message: string }[];
};

/** Says what each column holds and how values are read, and has the lines checked by that. */
export function MappingForm({ id, columns, fields, settings, countries, errors }: MappingFormProps) {
  return (
    <PostForm reloadDocument action={paths.importCheck(id)}>
      <ErrorSummary errors={errors} />
      <ColumnTable columns={columns} fields={fields} errors={errors} />
      <h2 className="mt-4 mb-2 text-lg">{m.imports_settings_title()}</h2>
      <div className="grid max-w-4xl gap-x-6 sm:grid-cols-2">
        <SelectField label={m.imports_setting_country()} name={mappingFields.country} options={countries} defaultValue={settings.country} required />
        <SelectField label={m.imports_setting_locale()} name={mappingFields.locale} options={languages} defaultValue={settings.locale} required />
        <RadioGroup
          label={m.imports_setting_dates()}
          name={mappingFields.dateOrder}
          choices={[{ value: "dmy", label: m.imports_dates_dmy() }, { value: "mdy", label: m.imports_dates_mdy() }]}
          defaultValue={settings.dateOrder}
          required
        />
        <RadioGroup
          label={m.imports_setting_newer()}
          name={mappingFields.conflict}
          hint={m.imports_newer_hint()}
          choices={[{ value: "ours", label: m.imports_newer_ours() }, { value: "file", label: m.imports_newer_file() }]}
          defaultValue={settings.newerWins ? "ours" : "file"}
          required
        />
        <Checkbox label={m.imports_setting_lookalikes()} name={mappingFields.lookalikes} defaultChecked={settings.leaveOutLookalikes} />
      </div>
      <ButtonRow><Button>{m.imports_check()}</Button></ButtonRow>
    </PostForm>
  );
}

// Each language by its own name.
const languages: Option[] = [{ value: "de", label: "Deutsch" }, { value: "en", label: "English" }, { value: "hu", label: "Magyar" }];
