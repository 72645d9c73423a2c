import { redirect } from "@remix-run/node";
import { z } from "zod";
import { dbAs, type Db } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { locales } from "~/i18n/locale";
import { localeCookie } from "~/i18n/locale-cookie";
import { paths } from "~/paths";
import { staffRoleSchema } from "~/staff/role.schema";
import { finishActivation } from "./activation.server";
import type { Verified } from "./code.server";
import { invitationSchema } from "./invitation.server";

const accessSchema = z.object({
  email: z.string(),
  staff: z.object({ name: z.string(), role: staffRoleSchema, locale: z.enum(locales) }).nullable(),
  /** An import brought this address, and nobody has signed in at its customer yet: whoever knows the account number may. */
  mayClaim: z.boolean(),
  customers: z.array(z.object({ id: z.uuid(), accountNumber: z.string(), name: z.string().nullable(), place: z.string().nullable(), locale: z.enum(locales) })),
  /** What this address is invited to and has not answered. */
  invitations: z.array(invitationSchema),
});
export type Access = z.infer<typeof accessSchema>;

/** What the bearer of a session may open: the desk, customers, both, or nothing. */
export function readAccess(db: Db): Promise<Access> {
  return db.call("my_access", {}, accessSchema);
}

/**
 * The answer to a code that was right: the session's cookies, the language of the profile, and the way to `to`, or
 * to the desk or the customer that this address opens, or to a page that asks for what is missing: the account number,
 * the answer to an invitation. An `activation` that brought the person here opens its account first. Null when the
 * address opens nothing any more.
 */
export async function enter(
  { token, setCookie, end }: Exclude<Verified, { refused: string }>,
  { to, activation }: { to: string; activation?: string },
  request: Request,
): Promise<Response | null> {
  const db = dbAs(token, request);
  const opened = activation ? await unlessSignedOut(finishActivation(db, activation)) : null;
  const access = await unlessSignedOut(readAccess(db));
  if (!access || !opensSomething(access)) {
    await end();
    return null;
  }
  const profile = access.staff ?? access.customers[0];
  const cookies = profile ? [...setCookie, localeCookie(profile.locale)] : setCookie;
  const headers = new Headers(cookies.map((value): [string, string] => ["Set-Cookie", value]));
  if (opened) return redirect(paths.account(opened), { headers });
  return redirect(profile && to !== paths.home() ? to : landing(access), { headers });
}

// A session may have ended, or an activation become somebody else's, between the code and this.
async function unlessSignedOut<T>(reading: Promise<T>): Promise<T | null> {
  return reading.catch((error: unknown) => {
    if (error instanceof Refusal && [401, 404].includes(error.status)) return null;
    throw error;
  });
}

function opensSomething({ staff, customers, mayClaim, invitations }: Access): boolean {
  return staff !== null || customers.length > 0 || mayClaim || invitations.length > 0;
}

/** Where somebody lands who was not on their way to a certain page. An open invitation is answered first. */
export function landing({ staff, customers, mayClaim, invitations }: Access): string {
  if (staff) return staff.role === "outreach" ? paths.outreach() : paths.desk();
  if (invitations.length > 0) return paths.acceptInvitation();
  if (customers.length === 0 && mayClaim) return paths.claimAccount();
  const [only, ...others] = customers;
  return only && others.length === 0 ? paths.account(only.id) : paths.accounts();
}
