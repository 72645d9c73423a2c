import { z } from "zod";
import { m } from "~/i18n/messages";
import { longDate } from "./parts/dates";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph, Remark } from "./parts/paragraph";
import { day, locale } from "./parts/props";

/** The last mail to a customer whose data were erased; their name is no longer known. */
export const erasedSchema = z.object({ kind: z.literal("erased"), locale, accountNumber: z.string(), erasedOn: day });

type Props = z.infer<typeof erasedSchema>;

export function erasedSubject({ locale }: Props): string {
  return m.rights_mail_erased_subject({}, { locale });
}

export function Erased(props: Props) {
  const { accountNumber, erasedOn, locale } = props;
  const done = m.rights_mail_erased_done({ date: longDate(erasedOn, locale) }, { locale });
  return (
    <Layout locale={locale} subject={erasedSubject(props)} preview={done}>
      <Title>{m.rights_mail_erased_heading({}, { locale })}</Title>
      <Greeting locale={locale} />
      <Paragraph>{done}</Paragraph>
      <Fact label={m.mail_receipt_account({}, { locale })}>{accountNumber}</Fact>
      <Paragraph>{m.rights_mail_erased_kept({}, { locale })}</Paragraph>
      <Remark>{m.rights_mail_erased_last({}, { locale })}</Remark>
    </Layout>
  );
}
