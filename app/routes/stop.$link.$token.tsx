import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { linkDb } from "~/access/link.server";
import { readStopLink, stopByLink } from "~/access/objection.server";
import { m } from "~/i18n/messages";
import { LinkBoundary } from "~/objections/link-boundary";
import { ObjectionOutcome, ObjectionPage, OutcomeReference } from "~/objections/objection-page";
import { viewStopping } from "~/objections/objection-view.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.links_stop_title()) }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = linkDb(request);
  const { update, outcome, planned } = await readStopLink(db, parameter(params, "link"), parameter(params, "token"));
  return { update: viewStopping(update), outcome, planned };
}

/** Stops a change before its day comes. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = linkDb(request);
  const link = parameter(params, "link");
  const token = parameter(params, "token");
  await stopByLink(db, link, token);
  return redirect(paths.stop(link, token));
}

export default function Stop() {
  const { update, outcome, planned } = useLoaderData<typeof loader>();
  if (outcome) {
    return (
      <ObjectionOutcome title={m.links_stopped_title()} intro={m.links_stopped_intro({ reference: update.reference })}>
        {outcome.reference && <OutcomeReference reference={outcome.reference} />}
      </ObjectionOutcome>
    );
  }
  if (!planned) return <ObjectionOutcome title={m.links_nothing_planned_title()} intro={m.links_nothing_planned_intro({ reference: update.reference })} />;
  return (
    <ObjectionPage
      title={m.links_stop_title()}
      intro={m.links_stop_intro()}
      update={update}
      consequences={[m.links_stop_values(), m.links_session_ends(), m.links_somebody_looks()]}
      button={m.links_stop_button()}
    />
  );
}

export { LinkBoundary as ErrorBoundary };
