import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { settleCommitment } from "~/commitments/commitments.server";
import { Refusal } from "~/db/refusal";
import { formText } from "~/form-text";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Says that a promise was kept; from a list one comes back to it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const commitment = parameter(params, "commitment");
  const [, list] = /^\/desk\/commitments\?which=(\w+)$/.exec(formText(await request.formData(), "back")) ?? [];
  const back = list ? `${paths.commitments(list)}&` : `${paths.commitment(commitment)}?`;
  try {
    await settleCommitment(db, commitment, "kept");
    return redirect(`${back}done`);
  } catch (error) {
    if (error instanceof Refusal && error.code === "commitment_is_settled") return redirect(`${back}settled`);
    throw error;
  }
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.commitment(parameter(params, "commitment")));
}
