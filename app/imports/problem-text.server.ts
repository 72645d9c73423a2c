import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import type { Problem } from "./import.schema";

/** What is to be said about a line, in the reader's language, beginning with the field that it is about. */
export function problemText({ code, field, about }: Pick<Problem, "code" | "field" | "about">): string {
  const sentence = sentenceOf(code, about ?? "");
  return field ? m.imports_problem_in_field({ field: fieldName(field), sentence }) : sentence;
}

/** A field's name in the reader's language; `field` is one of `importFields`. */
export function fieldName(field: string): string {
  return errorText(`imports_field_${field}`);
}

function sentenceOf(code: string, about: string): string {
  if (code === "account_twice") return m.imports_problem_account_twice({ line: about });
  if (code === "looks_like") return m.imports_problem_looks_like({ account: about });
  if (code === "not_undone") return m.imports_problem_not_undone({ account: about });
  // The checks of single values speak with the sentences of the forms.
  return errorText(code.startsWith("details_") ? code : `imports_problem_${code}`);
}
