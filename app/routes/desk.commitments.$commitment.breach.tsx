import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { reasonName } from "~/commitments/commitment";
import { CommitmentPage } from "~/commitments/commitment-page";
import { settleUnkept } from "~/commitments/commitments.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.commitments_title()) }];

/** Reached by reloading: the promise's page is the place. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSession(request);
  return answersPost(request) ? null : redirect(paths.commitment(parameter(params, "commitment")));
}

/** Says that a promise was broken, and why; without a reason its page comes back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const id = parameter(params, "commitment");
  const became = await settleUnkept(db, id, "broken", await request.formData());
  if (became.outcome === "refused") return data(became, { status: became.status });
  return redirect(became.outcome === "done" ? paths.commitment(id) : `${paths.commitment(id)}?settled`);
}

export default function Refused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, commitment, refused } = answer;
  return (
    <DeskFrame me={me}>
      <ErrorSummary errors={[{ name: reasonName(refused.act), message: refused.error }]} />
      <CommitmentPage commitment={commitment} refused={refused} />
    </DeskFrame>
  );
}
