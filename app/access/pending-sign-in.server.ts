import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { cookieKey, siteIsSecure } from "~/env.server";
import { localPath } from "~/local-path";

const MINUTES = 60;
const schema = z.object({ email: z.string(), to: z.string().transform(localPath), request: z.uuid(), activation: z.uuid().optional() });

/**
 * Who is signing in, where they were going, the request for a code that they try, and the activation by a letter that
 * brought them, between the two pages of signing in; never in an address.
 */
export type PendingSignIn = z.infer<typeof schema>;

export async function readPendingSignIn(request: Request): Promise<PendingSignIn | null> {
  const { data } = schema.safeParse(await cookie().parse(request.headers.get("cookie")));
  return data ?? null;
}

/** The `Set-Cookie` value; null forgets. */
export function writePendingSignIn(pending: PendingSignIn | null): Promise<string> {
  return cookie().serialize(pending ?? "", { maxAge: pending ? MINUTES * 60 : 0 });
}

function cookie() {
  return createCookie("kartei-sign-in", { httpOnly: true, sameSite: "lax", path: "/sign-in", secure: siteIsSecure(), secrets: [cookieKey()] });
}
