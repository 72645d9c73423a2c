import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { Button, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";
import { SummaryList } from "~/ui/summary-list";
import { SupportContact } from "~/ui/support-contact";
import type { ObjectionRow, ObjectionView } from "./objection-view.server";

/** The page that a link opens before anybody presses: the update, what pressing would do, and the button. */
export function ObjectionPage({ title, intro, update, consequences, button }: {
  title: string;
  intro: string;
  update: ObjectionView;
  consequences: string[];
  button: string;
}) {
  return (
    <CustomerShell>
      <PageTitle intro={intro}>{title}</PageTitle>
      <Particulars {...update} />
      <h2 className="mb-2 text-lg">{m.links_changes_title()}</h2>
      <SummaryList rows={update.rows.map(({ heading, ...row }) => ({ label: heading, value: <NowAndThen {...row} /> }))} />
      <h2 className="mb-2 text-lg">{m.links_consequences_title()}</h2>
      <ul className="mb-(--gap) max-w-prose list-disc space-y-1 pl-5">
        {consequences.map((consequence) => <li key={consequence}>{consequence}</li>)}
      </ul>
      <PostForm>
        <ButtonRow><Button variant="danger">{button}</Button></ButtonRow>
      </PostForm>
      <p className="mt-(--gap) max-w-prose text-ink-soft">{m.links_it_was_me()}</p>
    </CustomerShell>
  );
}

/** The page once there is nothing more to press: what came of it, and how to reach somebody. */
export function ObjectionOutcome({ title, intro, children }: { title: string; intro: string; children?: ReactNode }) {
  return (
    <CustomerShell>
      <PageTitle intro={intro}>{title}</PageTitle>
      {children}
      <Notice title={m.links_support_title()}><SupportContact /></Notice>
    </CustomerShell>
  );
}

/** The reference of what took an update back, to keep. */
export function OutcomeReference({ reference }: { reference: string }) {
  return <p className="mb-(--gap) text-lg">{m.links_reference()}: <strong><Reference>{reference}</Reference></strong></p>;
}

function Particulars({ reference, when, how }: ObjectionView) {
  return (
    <SummaryList
      rows={[
        { label: m.links_reference(), value: <Reference>{reference}</Reference> },
        { label: m.links_when(), value: when },
        { label: m.links_how(), value: how },
      ]}
    />
  );
}

function NowAndThen({ now, later }: Omit<ObjectionRow, "heading">) {
  return (
    <>
      <div className="text-ink-soft">{m.links_now()}: <bdi>{now}</bdi></div>
      <div className="font-medium">{m.links_then()}: <bdi>{later}</bdi></div>
    </>
  );
}
