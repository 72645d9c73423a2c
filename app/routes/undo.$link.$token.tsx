import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { linkDb } from "~/access/link.server";
import { readUndoLink, undoByLink } from "~/access/objection.server";
import { m } from "~/i18n/messages";
import { LinkBoundary } from "~/objections/link-boundary";
import { ObjectionOutcome, ObjectionPage, OutcomeReference } from "~/objections/objection-page";
import { viewUndoing } from "~/objections/objection-view.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.links_undo_title()) }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = linkDb(request);
  const { update, outcome } = await readUndoLink(db, parameter(params, "link"), parameter(params, "token"));
  return { update: viewUndoing(update), outcome };
}

/** "This was not me": takes the update back, or hands all of it to an agent where something was saved over it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = linkDb(request);
  const link = parameter(params, "link");
  const token = parameter(params, "token");
  await undoByLink(db, link, token);
  return redirect(paths.undo(link, token));
}

export default function Undo() {
  const { update, outcome } = useLoaderData<typeof loader>();
  if (outcome?.reference) {
    return (
      <ObjectionOutcome title={m.links_undone_title()} intro={m.links_undone_intro({ reference: update.reference })}>
        <OutcomeReference reference={outcome.reference} />
      </ObjectionOutcome>
    );
  }
  if (outcome) return <ObjectionOutcome title={m.links_looked_at_title()} intro={m.links_looked_at_intro({ reference: update.reference })} />;
  return (
    <ObjectionPage
      title={m.links_undo_title()}
      intro={m.links_undo_intro()}
      update={update}
      consequences={[m.links_undo_values(), m.links_session_ends(), m.links_somebody_looks()]}
      button={m.links_undo_button()}
    />
  );
}

export { LinkBoundary as ErrorBoundary };
