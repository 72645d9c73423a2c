import { checkText } from "~/contact-details/text";
import { formText } from "~/form-text";
import { type TokenScope, tokenScopes } from "./token-scopes";

const NAME_LENGTH = 100;

/** A token to be made. */
export type TokenDraft = { name: string; scope: TokenScope };

/** What was typed, to be shown again, and the draft or the errors (their keys) by field. */
export type ReadToken = { typed: { name: string; scope: string } } & ({ draft: TokenDraft } | { draft: null; errors: Record<string, string> });

/** Reads the form for a new token. */
export function readTokenForm(form: FormData): ReadToken {
  const typed = { name: formText(form, "name"), scope: formText(form, "scope") };
  const name = checkText(typed.name, { max: NAME_LENGTH });
  const scope = tokenScopes.find((one) => one === typed.scope);
  const errors = {
    ...((name.error ?? !name.value) && { name: name.error ?? "interfaces_error_name_missing" }),
    ...(!scope && { scope: "interfaces_error_scope_missing" }),
  };
  if (!name.value || !scope) return { typed, draft: null, errors };
  return { typed, draft: { name: name.value, scope } };
}
