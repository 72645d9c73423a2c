import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { tokenScopes } from "./token-scopes";
import { scopeWords } from "./scope-words";

const hints = { changes: m.interfaces_scope_changes_hint, metrics: m.interfaces_scope_metrics_hint };

/** Asks who a new token is for and what for; `errors` are sentences by field. */
export function TokenForm({ typed, errors }: { typed?: { name: string; scope: string }; errors?: Record<string, string> }) {
  return (
    <PostForm reloadDocument action={paths.tokens()}>
      <TextField label={m.interfaces_token_name()} hint={m.interfaces_token_name_hint()} name="name" defaultValue={typed?.name} error={errors?.name} required maxLength={100} autoComplete="off" />
      <RadioGroup
        label={m.interfaces_token_scope()}
        name="scope"
        required
        defaultValue={typed?.scope ?? "changes"}
        error={errors?.scope}
        choices={tokenScopes.map((value) => ({ value, label: scopeWords[value](), hint: hints[value]() }))}
      />
      <Button>{m.interfaces_token_make()}</Button>
    </PostForm>
  );
}
