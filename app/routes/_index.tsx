import type { MetaFunction } from "@remix-run/node";
import { FreshnessMark } from "~/contact-details/freshness-mark";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { CardStack } from "~/ui/card-stack";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { company } from "../../kartei.config";

export const meta: MetaFunction = () => [{ title: documentTitle(m.shell_front_title()) }];

/** The front page: what this is, and the way in. */
export default function FrontPage() {
  return (
    <CustomerShell>
      <div className="grid items-center gap-x-16 gap-y-10 md:grid-cols-[7fr_6fr]">
        <div>
          <PageTitle intro={m.shell_front_intro({ company: company.name })}>{m.shell_front_title()}</PageTitle>
          <ButtonLink to={paths.signIn()}>{m.shell_front_sign_in()}</ButtonLink>
          <p className="mt-3 max-w-prose text-ink-soft">{m.shell_front_code()}</p>
        </div>
        <ExampleCards />
      </div>
      <p className="mt-12 text-sm">
        <a href={paths.desk()}>{m.shell_front_staff()}</a>
      </p>
    </CustomerShell>
  );
}

function ExampleCards() {
  const labels = [m.shell_front_card_name(), m.shell_front_card_phone(), m.shell_front_card_email(), m.shell_front_card_address()];
  const reading = { state: "fresh", fraction: 0.75, words: m.shell_front_card_mark(), confirmedOn: null, advice: null } as const;
  return (
    <CardStack labels={labels}>
      <div className="ruled mb-3 text-xl">
        <span>{m.shell_front_card_line1()}</span>
        <span>{m.shell_front_card_line2()}</span>
      </div>
      <FreshnessMark reading={reading} size="card" />
    </CardStack>
  );
}
