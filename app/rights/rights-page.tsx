import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { SummaryList } from "~/ui/summary-list";
import type { Wishes } from "./held-data.schema";
import type { RightsView } from "./rights-view.server";
import { languages, WishesForm } from "./wishes-form";

/** How we talk to a customer, and what they decide about their data. Members see it; owners decide. */
export function RightsPage({ customer, rights, error }: { customer: string; rights: RightsView; error?: string }) {
  const { isOwner, wishes, hasMailbox, downloads, erasureOpen, erasureRefused } = rights;
  return (
    <>
      <section aria-labelledby="contact" className="mb-10">
        <h2 id="contact" className="mb-2 text-lg">{m.rights_contact_title()}</h2>
        {isOwner ? <WishesForm action={paths.rights(customer)} wishes={wishes} hasMailbox={hasMailbox} error={error} /> : <WishesRead wishes={wishes} />}
      </section>
      <section aria-labelledby="copy" className="mb-10 max-w-prose">
        <h2 id="copy" className="mb-2 text-lg">{m.rights_copy_title()}</h2>
        <p>{m.rights_copy_text()}</p>
        {isOwner ? <Copies customer={customer} downloads={downloads} /> : <p>{m.rights_owners_only()}</p>}
      </section>
      <section aria-labelledby="erasure" className="max-w-prose">
        <h2 id="erasure" className="mb-2 text-lg">{m.rights_erasure_title()}</h2>
        {erasureRefused && <Notice tone="warning" title={m.rights_erasure_refused_title()}><p><bdi>{erasureRefused}</bdi></p></Notice>}
        <p>{erasureOpen ? m.rights_erasure_open({ date: erasureOpen }) : m.rights_erasure_text()}</p>
        {isOwner && <p><Link to={paths.erasureRequest(customer)} className="inline-block py-2">{erasureOpen ? m.rights_erasure_see() : m.rights_erasure_link()}</Link></p>}
      </section>
    </>
  );
}

function WishesRead({ wishes: { locale, contactBy, reminders } }: { wishes: Wishes }) {
  return (
    <div className="max-w-xl">
      <SummaryList
        rows={[
          { label: m.rights_language(), value: <span lang={locale}>{languages[locale]}</span> },
          { label: m.rights_contact_by(), value: contactBy === "email" ? m.rights_by_email() : m.rights_by_post() },
          { label: m.rights_reminders_short(), value: reminders ? m.rights_yes() : m.rights_no() },
        ]}
      />
      <p>{m.rights_owners_only()}</p>
    </div>
  );
}

function Copies({ customer, downloads }: { customer: string; downloads: RightsView["downloads"] }) {
  return (
    <>
      <ButtonRow>
        <PostForm action={paths.dataPdf(customer)} reloadDocument><Button variant="secondary">{m.rights_copy_pdf()}</Button></PostForm>
        <PostForm action={paths.dataJson(customer)} reloadDocument><Button variant="secondary">{m.rights_copy_json()}</Button></PostForm>
      </ButtonRow>
      {downloads.length > 0 && (
        <>
          <h3 className="mt-4 text-base">{m.rights_copies_taken()}</h3>
          <ul className="text-ink-soft">
            {downloads.map(({ at, when, by, format }) => <li key={at}><time dateTime={at} className="tabular-nums">{when}</time> · <bdi>{format}{by && ` · ${by}`}</bdi></li>)}
          </ul>
        </>
      )}
    </>
  );
}
