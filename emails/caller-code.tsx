import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { CodeBox } from "./parts/code-box";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { code, locale, minutes } from "./parts/props";

/** To an address on file, while somebody on the phone says that it is theirs: the one code that is to be read out. */
export const callerCodeSchema = z.object({ kind: z.literal("caller_code"), locale, code, minutes });

type Props = z.infer<typeof callerCodeSchema>;

export function callerCodeSubject({ locale }: Props): string {
  return m.mail_caller_code_subject({}, { locale });
}

export function CallerCode(props: Props) {
  const { code, minutes, locale } = props;
  const subject = callerCodeSubject(props);
  const validity = m.mail_code_validity({ minutes }, { locale });
  return (
    <Layout locale={locale} subject={subject} preview={validity}>
      <Title>{subject}</Title>
      <Paragraph>{m.mail_caller_code_intro({ company: company.name }, { locale })}</Paragraph>
      <CodeBox code={code} />
      <Paragraph>{validity}</Paragraph>
      <Paragraph>{m.mail_caller_code_warning({}, { locale })}</Paragraph>
    </Layout>
  );
}
