import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { linkDb } from "~/access/link.server";
import { answersPost } from "~/answers-post.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { CheckAnswers } from "~/link-review/check-answers";
import { emptyCorrections, readCorrections, typedAnswers } from "~/link-review/correction-form.server";
import { CorrectionForm } from "~/link-review/correction-form";
import { changesAddress, dayOfAddresses, rowsOfAnswers, viewAsked } from "~/link-review/review-view.server";
import { readAnswers, readReview } from "~/link-review/review.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.access_review_correct_title()) }, { name: "robots", content: "noindex" }];

/** The form over what a reminder's link asks about; a posted form brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = linkDb(request);
  if (answersPost(request)) return null;
  const [link, token] = [parameter(params, "link"), parameter(params, "token")];
  const review = await readReview(db, link, token);
  if (review.used || review.details.length === 0) throw redirect(paths.linkReview(link, token));
  return { link, token, locale: getLocale(), form: { asked: review.details.map(viewAsked), typed: emptyCorrections(review), errors: {} } };
}

/** Checks what was typed and shows it back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = linkDb(request);
  const [link, token] = [parameter(params, "link"), parameter(params, "token")];
  const form = await request.formData();
  const review = await readReview(db, link, token);
  if (review.used || review.details.length === 0) throw redirect(paths.linkReview(link, token));
  const page = { link, token, locale: getLocale() };
  const asked = review.details.map(viewAsked);
  if (form.has("answers")) return data({ ...page, form: { asked, typed: typedAnswers(readAnswers(form), review), errors: {} } });
  const result = readCorrections(form, review);
  if ("typed" in result) return data({ ...page, form: { asked, ...result } }, { status: Object.keys(result.errors).length > 0 ? 422 : 200 });
  const { answers } = result;
  return data({ ...page, check: { answers, rows: rowsOfAnswers(answers, review), addressDay: changesAddress(answers) ? dayOfAddresses(new Date()) : null } });
}

export default function Corrections() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { link, token, locale } = page;
  return (
    <CustomerShell>
      {"check" in page ? (
        <>
          <PageTitle intro={m.account_check_intro()}>{m.account_check_title()}</PageTitle>
          <CheckAnswers {...page.check} saveAction={paths.linkUpdates(link, token)} editAction={paths.linkCorrections(link, token)} />
        </>
      ) : (
        <CorrectionForm {...page.form} action={paths.linkCorrections(link, token)} back={paths.linkReview(link, token)} locale={locale}>
          <PageTitle intro={m.access_review_correct_intro()}>{m.access_review_correct_title()}</PageTitle>
        </CorrectionForm>
      )}
    </CustomerShell>
  );
}
