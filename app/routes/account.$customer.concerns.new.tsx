import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { nothingTyped, readConcernForm, siteChoice } from "~/concerns/concern-form.server";
import { type ConcernKind, concernKinds } from "~/concerns/concern";
import { kindHint, kindWord } from "~/concerns/concern-words";
import { openConcern, readNewConcern } from "~/concerns/concerns.server";
import { KindChoice } from "~/concerns/kind-choice";
import { NewConcernForm } from "~/concerns/new-concern-form";
import { AccountShell } from "~/customers/account-shell";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { tooManyWords } from "~/i18n/retry";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import { readRequestId } from "~/updates/request-id.server";

export const meta: MetaFunction = () => [{ title: documentTitle(m.concerns_new()) }];

/** What kind of concern it is (`?kind=`), and then its form; a posted form brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const { sites, mayOpen, ...head } = await readNewConcern(db, parameter(params, "customer"));
  if (!mayOpen) throw redirect(paths.concerns(head.customer.id));
  const kind = kindOf(request);
  return { head, form: kind && { kind, typed: nothingTyped, errors: {}, sites: siteChoice(kind, sites, ""), requestId: randomUUID() } };
}

/** Sends the concern; where something is missing, or there were too many, the form comes back with what was typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  const kind = kindOf(request);
  if (!kind) throw new Response(null, { status: 400 });
  const form = await request.formData();
  const requestId = readRequestId(form);
  const { sites, mayOpen: _, ...head } = await readNewConcern(db, customer);
  const read = readConcernForm(form, kind, sites);
  if ("errors" in read) {
    return data({ head, form: { kind, ...read, sites: siteChoice(kind, sites, read.typed.site), requestId } }, { status: 422 });
  }
  const opened = await openConcern(db, customer, read.concern, requestId);
  if ("reference" in opened) return redirect(`${paths.concern(customer, opened.reference)}?sent`);
  const { subject, text, aboutInvoice, site } = read.concern;
  const typed = { subject, text, aboutInvoice, site: site ?? "" };
  const again = { head, form: { kind, typed, errors: {}, sites: siteChoice(kind, sites, typed.site), requestId } };
  if (opened.status === "too_many_open") return data({ ...again, refused: m.concerns_too_many_open() }, { status: 422 });
  return data({ ...again, refused: tooManyWords(opened.retryAt), retryAt: opened.retryAt }, { status: 429 });
}

function kindOf(request: Request): ConcernKind | undefined {
  const wanted = new URL(request.url).searchParams.get("kind");
  return concernKinds.find((kind) => kind === wanted);
}

export default function NewConcern() {
  const first = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? first;
  if (!page) return null;
  const { head, form } = page;
  const refused = "refused" in page ? page.refused : undefined;
  const { id } = head.customer;
  if (!form) return <AccountShell head={head}><PageTitle>{m.concerns_new_title()}</PageTitle><KindChoice customer={id} /></AccountShell>;
  const errors = Object.entries(form.errors).map(([name, key]) => ({ name, message: errorText(key) }));
  return (
    <AccountShell head={head}>
      <ErrorSummary errors={refused ? [{ message: refused }] : errors} />
      <PageTitle intro={kindHint(form.kind)}>{kindWord(form.kind)}</PageTitle>
      <NewConcernForm customer={id} {...form} />
    </AccountShell>
  );
}
