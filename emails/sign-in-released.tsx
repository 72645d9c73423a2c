import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { ActionButton } from "./parts/action-button";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph, Remark } from "./parts/paragraph";
import { locale, pageUrl } from "./parts/props";
import { Typed } from "./parts/typed";

/** To whoever may sign in again after a stop, and to the address from which it was asked for. */
export const signInReleasedSchema = z.object({
  kind: z.literal("sign_in_released"),
  locale,
  recipientName: z.string(),
  emailMasked: z.string(),
  signInUrl: pageUrl,
});

type Props = z.infer<typeof signInReleasedSchema>;

export function signInReleasedSubject({ locale }: Props): string {
  return m.tasks_released_subject({}, { locale });
}

export function SignInReleased(props: Props) {
  const { locale, recipientName, emailMasked, signInUrl } = props;
  const intro = m.tasks_released_intro({ company: company.name }, { locale });
  return (
    <Layout locale={locale} subject={signInReleasedSubject(props)} preview={intro}>
      <Title>{m.tasks_released_heading({}, { locale })}</Title>
      <Greeting name={recipientName} locale={locale} />
      <Paragraph>{intro}</Paragraph>
      <Fact label={m.people_email({}, { locale })}><Typed>{emailMasked}</Typed></Fact>
      <Paragraph>{m.tasks_released_code({}, { locale })}</Paragraph>
      <ActionButton href={signInUrl} label={m.tasks_released_button({}, { locale })} />
      <Remark>{m.tasks_released_not_you({}, { locale })}</Remark>
    </Layout>
  );
}
