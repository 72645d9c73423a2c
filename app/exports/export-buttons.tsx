import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { exportFields, type Scope } from "./export";

/** Hands out what a page lists as a file. `text` says how much of it; `query` is what was searched for. */
export function ExportButtons({ scope, text, query }: { scope: Scope; text: string; query?: string }) {
  return (
    <PostForm action={paths.newExport()} reloadDocument className="mt-(--gap) flex flex-wrap items-center gap-x-3 gap-y-2">
      <input type="hidden" name={exportFields.scope} value={scope} />
      {query !== undefined && <input type="hidden" name={exportFields.query} value={query} />}
      <span className="text-ink-soft">{text}</span>
      <Button variant="secondary" name={exportFields.format} value="customers_csv">{m.exports_csv()}</Button>
      <Button variant="secondary" name={exportFields.format} value="json_lines">{m.exports_json_lines()}</Button>
    </PostForm>
  );
}
