import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { CallerCheckPanel } from "~/caller-checks/caller-check-panel";
import { viewCheckPage } from "~/caller-checks/check-view.server";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { NoteBar } from "~/notes/note-bar";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import { type Presence, presenceName, readPresence } from "~/updates/presence";
import { readReversal, reverseUpdate, viewReversal } from "~/updates/reversal.server";
import { ReversalPage } from "~/updates/reversal-page";
import { readRequestId } from "~/updates/request-id.server";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.checks_reverse_title()) }];

export const shouldRevalidate = keepWhileChecking;

/** Asks before an update is taken back, or says why it cannot be. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const page = await readReversal(db, parameter(params, "account"), parameter(params, "reference"));
  return { ...viewCheckPage(page), view: viewReversal(page), requestId: randomUUID(), chosen: null, message: undefined };
}

/** Takes the update back as one of its own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const reference = parameter(params, "reference");
  const form = await request.formData();
  const requestId = readRequestId(form);
  const word: Presence | "us" | null = form.get(presenceName) === "us" ? "us" : readPresence(form);
  const refused = async (message: string | undefined, status: number) => {
    const page = await readReversal(db, account, reference);
    return data({ ...viewCheckPage(page), view: viewReversal(page), requestId, chosen: word, message }, { status });
  };
  if (!word) return refused(m.errors_caller_not_identified(), 422);
  try {
    const reversed = await reverseUpdate(db, { account, reference, word, requestId });
    return reversed.status === "saved" ? redirect(`${paths.record(account)}?saved=${reversed.reference}`) : await refused(m.checks_reverse_blocked(), 409);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(errorText(error.messageKey), error.status);
  }
}

export default function Reversal() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { me, account, caption, note, check, view, requestId, chosen, message } = page;
  return (
    <DeskFrame me={me}>
      <NoteBar account={account} note={note} />
      {message && <ErrorSummary errors={[{ name: presenceName, message }]} />}
      <PageTitle caption={caption}>{m.checks_reverse_title()}</PageTitle>
      {view.state === "possible" && <CallerCheckPanel account={account} check={check} open={message !== undefined && chosen === "phone"} />}
      <ReversalPage account={account} view={view} checked={check.state === "passed"} chosen={chosen} error={message} requestId={requestId} />
    </DeskFrame>
  );
}
