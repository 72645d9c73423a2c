import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { Paragraph } from "./paragraph";
import { Sentence } from "./sentence";

/** "Hello Anna Weber,", or "Hello," to a mailbox whose owner is not known. */
export function Greeting({ name, locale }: { name?: string; locale: Locale }) {
  return (
    <Paragraph>
      {name ? <Sentence parts={m.mail_greeting_name.parts({ name }, { locale })} /> : m.mail_greeting({}, { locale })}
    </Paragraph>
  );
}
