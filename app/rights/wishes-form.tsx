import { type Locale, locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choice";
import { PostForm } from "~/ui/form";
import type { Wishes } from "./held-data.schema";

/** Language, email or post, reminders: one short form for owners. Email is offered only where one reaches somebody. */
export function WishesForm({ action, wishes, hasMailbox, error }: { action: string; wishes: Wishes; hasMailbox: boolean; error?: string }) {
  const mayEmail = hasMailbox || wishes.contactBy === "email";
  return (
    <PostForm action={action} reloadDocument className="max-w-xl">
      <RadioGroup label={m.rights_language()} name="locale" defaultValue={wishes.locale} required choices={locales.map((locale) => ({ value: locale, label: languages[locale], lang: locale }))} />
      <RadioGroup
        label={m.rights_contact_by()}
        name="contact_by"
        defaultValue={wishes.contactBy}
        hint={mayEmail ? undefined : m.rights_no_mailbox()}
        error={error}
        required
        choices={[
          ...(mayEmail ? [{ value: "email", label: m.rights_by_email() }] : []),
          { value: "post", label: m.rights_by_post(), hint: m.rights_by_post_hint() },
        ]}
      />
      <Checkbox label={m.rights_reminders()} hint={m.rights_reminders_hint()} name="reminders" defaultChecked={wishes.reminders} required />
      <Button>{m.rights_save()}</Button>
    </PostForm>
  );
}

/** Each language by its own name. */
export const languages: Record<Locale, string> = { de: "Deutsch", en: "English", hu: "Magyar" };
