import { z } from "zod";
import { m } from "~/i18n/messages";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { locale } from "./parts/props";
import { styles } from "./parts/theme";
import { Typed } from "./parts/typed";

/** To whoever asked for a new company name. A request that is accepted usually gets a receipt instead. */
export const nameRequestAnsweredSchema = z.object({
  kind: z.literal("name_request_answered"),
  locale,
  accepted: z.boolean(),
  newName: z.string(),
  reason: z.string().nullable(),
});

type Props = z.infer<typeof nameRequestAnsweredSchema>;

export function nameRequestAnsweredSubject({ locale }: Props): string {
  return m.mail_name_request_subject({}, { locale });
}

export function NameRequestAnswered(props: Props) {
  const { accepted, locale } = props;
  const heading = accepted
    ? m.mail_name_request_accepted_heading({}, { locale })
    : m.mail_name_request_refused_heading({}, { locale });
  return (
    <Layout locale={locale} subject={nameRequestAnsweredSubject(props)} preview={heading}>
      <Title>{heading}</Title>
      <Greeting locale={locale} />
      {accepted ? <Accepted {...props} /> : <Refused {...props} />}
    </Layout>
  );
}

function Accepted({ newName, locale }: Props) {
  return (
    <>
      <Paragraph>{m.mail_name_request_accepted({}, { locale })}</Paragraph>
      <CompanyName name={newName} />
    </>
  );
}

function Refused({ newName, reason, locale }: Props) {
  return (
    <>
      <Paragraph>{m.mail_name_request_refused({}, { locale })}</Paragraph>
      <CompanyName name={newName} />
      <Paragraph>{m.mail_name_request_refused_kept({}, { locale })}</Paragraph>
      {reason ? <Fact label={m.mail_name_request_reason({}, { locale })}><Typed>{reason}</Typed></Fact> : null}
      <Paragraph>{m.mail_name_request_next({}, { locale })}</Paragraph>
    </>
  );
}

function CompanyName({ name }: { name: string }) {
  return <div style={{ ...styles.value, marginBottom: 14 }}><Typed>{name}</Typed></div>;
}
