import type { m } from "~/i18n/messages";

/** The key of a sentence in `details.<locale>.json` that says what to do about a refused input. */
export type ErrorKey = Extract<keyof typeof m, `details_error_${string}`>;

/** What became of something typed: the value to store, or why it is refused. */
export type Checked<T> = { value: T; error?: undefined } | { value?: undefined; error: ErrorKey };

// Control characters of C0 and C1, line and paragraph separators, halves of surrogate pairs.
const unstorable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
const visible = /[^\p{Default_Ignorable_Code_Point}\p{Zs}]/u;

/**
 * One line of typed text, ready to store: composed (NFC), trimmed, runs of spaces made one. All else
 * stays as typed: markup, emoji, right-to-left letters, joiners and direction marks. Text in which
 * nothing can be seen counts as empty. `max` is in code points; without `missing`, "" is accepted.
 */
export function checkText(typed: string, { max, missing }: { max: number; missing?: ErrorKey }): Checked<string> {
  if (unstorable.test(typed)) return { error: "details_error_control_characters" };
  const value = tidy(typed);
  if (value === "" && missing) return { error: missing };
  if ([...value].length > max) return { error: "details_error_too_long" };
  return { value };
}

function tidy(typed: string): string {
  const spaced = typed.normalize("NFC").replace(/\p{Zs}+/gu, " ").trim();
  return visible.test(spaced) ? spaced : "";
}
