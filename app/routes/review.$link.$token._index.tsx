import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { linkDb } from "~/access/link.server";
import { m } from "~/i18n/messages";
import { AnswerList } from "~/link-review/answer-list";
import { AskedCards } from "~/link-review/asked-cards";
import { dayOfAddresses, rowsDone, viewAsked } from "~/link-review/review-view.server";
import { readReview } from "~/link-review/review.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_review_title()) }, { name: "robots", content: "noindex" }];

/** Where a reminder leads, without signing in: what is stale, masked; or what was done with this link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = linkDb(request);
  const [link, token] = [parameter(params, "link"), parameter(params, "token")];
  const review = await readReview(db, link, token);
  return {
    link,
    token,
    asked: review.details.map(viewAsked),
    done: review.used ? rowsDone(review) : null,
    addressMoved: review.updates.some(({ items }) => items.some(({ op, kind }) => op === "change" && kind.endsWith("address"))),
    addressDay: dayOfAddresses(new Date(review.updates[0]?.occurredAt ?? Date.now())),
    signedIn: paths.signIn(paths.review(review.customer.id)),
    changed: new URL(request.url).searchParams.has("changed"),
  };
}

export default function Review() {
  const { done, asked, changed, signedIn, ...rest } = useLoaderData<typeof loader>();
  if (done) return <Done rows={done} signedIn={signedIn} addressDay={rest.addressMoved ? rest.addressDay : null} />;
  if (asked.length === 0) return <NothingAsked signedIn={signedIn} />;
  return (
    <CustomerShell>
      {changed && <Notice live tone="warning" title={m.access_review_changed()} />}
      <PageTitle intro={m.access_review_intro()}>{m.account_review_title()}</PageTitle>
      <AskedCards asked={asked} />
      <Answer {...rest} confirmable={asked.filter(({ onHold }) => !onHold)} />
      <p className="mt-8 max-w-prose">{m.access_review_masked()} <ButtonLink variant="quiet" to={signedIn}>{m.access_review_sign_in()}</ButtonLink></p>
    </CustomerShell>
  );
}

function Answer({ link, token, confirmable }: { link: string; token: string; confirmable: { id: string; version: number }[] }) {
  const answers = { confirmed: confirmable.map(({ id, version }) => ({ detail: id, version })), corrected: [] };
  return (
    <PostForm action={paths.linkConfirmations(link, token)}>
      <input type="hidden" name="answers" value={JSON.stringify(answers)} />
      <ButtonRow>
        {confirmable.length > 0 && <Button>{m.account_still_right({ count: confirmable.length })}</Button>}
        <ButtonLink variant="secondary" to={paths.linkCorrections(link, token)}>{m.access_review_something_changed()}</ButtonLink>
      </ButtonRow>
    </PostForm>
  );
}

function Done({ rows, addressDay, signedIn }: { rows: Parameters<typeof AnswerList>[0]["rows"]; addressDay: string | null; signedIn: string }) {
  return (
    <CustomerShell>
      <PageTitle intro={m.access_review_done_intro()}>{m.access_review_done_title()}</PageTitle>
      {addressDay && <Notice title={m.access_review_address_day({ day: addressDay })}><p>{m.access_review_address_why()}</p></Notice>}
      <AnswerList rows={rows} />
      <p className="max-w-prose">{m.access_review_done_more()} <ButtonLink variant="quiet" to={signedIn}>{m.access_review_sign_in()}</ButtonLink></p>
    </CustomerShell>
  );
}

function NothingAsked({ signedIn }: { signedIn: string }) {
  return (
    <CustomerShell>
      <PageTitle intro={m.access_review_fresh_intro()}>{m.access_review_fresh_title()}</PageTitle>
      <p><ButtonLink variant="quiet" to={signedIn}>{m.access_review_sign_in()}</ButtonLink></p>
    </CustomerShell>
  );
}
