import { separators, type Separator } from "~/csv/csv";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { PostForm } from "~/ui/form";
import { exportFields, type Format, formats } from "./export";

/** Asks for all customers in one of the formats; `separator` is the one that the reader's language suggests. */
export function ExportForm({ separator }: { separator: Separator }) {
  return (
    <PostForm action={paths.newExport()} reloadDocument className="mb-8 max-w-prose">
      <input type="hidden" name={exportFields.scope} value="all" />
      <RadioGroup required label={m.exports_format()} name={exportFields.format} choices={formats.map(formatChoice)} defaultValue="customers_csv" />
      <RadioGroup required label={m.exports_separator()} name={exportFields.separator} choices={separators.toReversed().map(separatorChoice)} defaultValue={separator} />
      <p className="text-ink-soft">{m.exports_guard()}</p>
      <p className="mt-2 text-ink-soft">{m.exports_patience()}</p>
      <ButtonRow><Button>{m.exports_download()}</Button></ButtonRow>
    </PostForm>
  );
}

function formatChoice(format: Format) {
  const [label, hint] = formatWords[format];
  return { value: format, label: label(), hint: hint() };
}

const formatWords: Record<Format, [() => string, () => string]> = {
  customers_csv: [m.exports_format_customers, m.exports_format_customers_hint],
  details_csv: [m.exports_format_details, m.exports_format_details_hint],
  json_lines: [m.exports_format_json, m.exports_format_json_hint],
};

function separatorChoice(separator: Separator) {
  const words = separator === ";" ? [m.exports_semicolon(), m.exports_semicolon_hint()] : [m.exports_comma(), m.exports_comma_hint()];
  return { value: separator, label: words[0] ?? "", hint: words[1] };
}
