import { redirect } from "@remix-run/node";
import { z } from "zod";
import { dbAs, type Db } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { locales } from "~/i18n/locale";
import { localeCookie } from "~/i18n/locale-cookie";
import { paths } from "~/paths";
import type { Verified } from "./code.server";

const accessSchema = z.object({
  email: z.string(),
  staff: z.object({ name: z.string(), role: z.enum(["agent", "outreach", "supervisor", "admin"]), locale: z.enum(locales) }).nullable(),
  customers: z.array(z.object({ id: z.uuid(), accountNumber: z.string(), name: z.string().nullable(), locale: z.enum(locales) })),
});
export type Access = z.infer<typeof accessSchema>;

/** What the bearer of a session may open: the desk, customers, both, or nothing. */
export function readAccess(db: Db): Promise<Access> {
  return db.call("my_access", {}, accessSchema);
}

/**
 * The answer to a code that was right: the session's cookies, the language of the profile, and the way to `to`, or
 * to the desk or the customer that this address opens. Null when the address opens nothing any more.
 */
export async function enter({ token, setCookie, end }: Exclude<Verified, { refused: string }>, to: string, request: Request): Promise<Response | null> {
  const access = await readAccess(dbAs(token, request)).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  });
  const profile = access?.staff ?? access?.customers[0];
  if (!access || !profile) {
    await end();
    return null;
  }
  const headers = new Headers([...setCookie, localeCookie(profile.locale)].map((value): [string, string] => ["Set-Cookie", value]));
  return redirect(to === paths.home() ? landing(access) : to, { headers });
}

/** Where somebody lands who was not on their way to a certain page. */
export function landing({ staff, customers }: Access): string {
  if (staff) return staff.role === "outreach" ? paths.outreach() : paths.desk();
  const [only, ...others] = customers;
  return only && others.length === 0 ? paths.account(only.id) : paths.accounts();
}
