import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readCaller } from "~/desk/caller.server";
import { writeCall } from "~/desk/call-cookie.server";
import { paths } from "~/paths";

/**
 * Where a phone system opens the desk: `?from=` is the caller's number. It is taken out of the address before anything
 * else, signing in included; the desk reads it from the cookie and goes on to the record.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const number = readCaller(new URL(request.url).searchParams.get("from"));
  return redirect(paths.desk(), { headers: { "Set-Cookie": await writeCall(number), "Cache-Control": "no-store" } });
}
