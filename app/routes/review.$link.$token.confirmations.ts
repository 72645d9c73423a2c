import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { linkDb } from "~/access/link.server";
import { answerReview, readAnswers } from "~/link-review/review.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** "Still right", by the holder of a reminder's link, for all that it asks about. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = linkDb(request);
  const [link, token] = [parameter(params, "link"), parameter(params, "token")];
  const status = await answerReview(db, link, token, { ...readAnswers(await request.formData()), corrected: [] });
  return redirect(paths.linkReview(link, token) + (status === "conflict" ? "?changed" : ""));
}

/** Reached by reloading: what there is to see stands on the link's page. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.linkReview(parameter(params, "link"), parameter(params, "token")));
}
