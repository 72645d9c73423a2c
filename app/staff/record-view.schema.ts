import { z } from "zod";
import { getLocale, type Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";

/** Pages about one customer of which each look is logged. */
export const viewedPageSchema = z.enum(["record", "concern", "task", "written_change", "erasure", "note", "commitment", "caller_check"]);
export type ViewedPage = z.infer<typeof viewedPageSchema>;

/** "Record", in the reader's language or the one told. */
export function viewedPageWord(page: ViewedPage, locale: Locale = getLocale()): string {
  return words[page]({}, { locale });
}

const words: Record<ViewedPage, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
  record: m.staff_page_record,
  concern: m.staff_page_concern,
  task: m.staff_page_task,
  written_change: m.staff_page_written_change,
  erasure: m.staff_page_erasure,
  note: m.staff_page_note,
  commitment: m.staff_page_commitment,
  caller_check: m.staff_page_caller_check,
};
