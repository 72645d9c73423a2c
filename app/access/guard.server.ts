import { redirect } from "@remix-run/node";
import { answersPost } from "~/answers-post.server";
import { type Db, dbAs } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { paths } from "~/paths";
import { isGenuine, readToken } from "./token.server";

/**
 * The first line of every route behind sign-in, and the only way to a database handle there. It costs no round trip:
 * who the person is and what they may see, the page's own function decides. Signed out, one is sent to sign in and
 * back; what the database does not show (403, 404, …) becomes the page's status. A `Refusal` that is left for the
 * route to tell beside its form is a 409, 422 or 429.
 */
export async function requireSession(request: Request): Promise<{ db: Db }> {
  const token = await readToken(request.headers.get("cookie"));
  if (!token || !(await isGenuine(token))) throw toSignIn(request);
  const { call } = dbAs(token, request);
  return {
    db: {
      call: (name, args, answer) => call(name, args, answer).catch((error: unknown) => {
        throw answerTo(error, request);
      }),
    },
  };
}

/**
 * The loader of a page that only a posted form leads to: its action's answer is all that it shows. Whoever reloads it, or
 * types its address, is led `back`.
 */
export async function onlyPosted(request: Request, back: string): Promise<Response | null> {
  await requireSession(request);
  return answersPost(request) ? null : redirect(back);
}

/** What a route throws for a refusal: the way to sign in, a page with its status, or the refusal for a form to tell. */
export function answerTo(error: unknown, request: Request): unknown {
  if (!(error instanceof Refusal)) return error;
  if (error.status === 401) return toSignIn(request);
  if (error.code === "second_step_missing") return redirect(paths.security());
  return [409, 422, 429].includes(error.status) ? error : new Response(null, { status: error.status });
}

// A form that was posted is not repeated after signing in; one comes back to the page it stood on.
function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(paths.signIn(request.method === "GET" ? pathname + search : undefined));
}
