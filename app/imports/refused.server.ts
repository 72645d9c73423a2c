import { redirect, type TypedResponse } from "@remix-run/node";
import { Refusal } from "~/db/refusal";

/**
 * Does something and leads to `path`, which is told why if the database refused (409: somebody was quicker). Throws its
 * answer to what no form of ours sends (422).
 */
export async function redirectedRefusal(path: string, act: () => Promise<unknown>): Promise<TypedResponse<never>> {
  try {
    await act();
    return redirect(path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 422) throw new Response(null, { status: 422 });
    if (error.status !== 409) throw error;
    return redirect(`${path}?refused=${error.code}`);
  }
}
