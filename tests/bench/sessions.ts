import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { Sql } from "postgres";

/** Somebody signed in: what PostgREST and the site know them by. */
export interface Visitor {
  token: string;
  /** The `Cookie` header of their browser. */
  cookie: string;
  claims: { sub: string; session_id: string; role: "authenticated"; aud: "authenticated"; email: string; exp: number };
}

const hours = 12;

/**
 * Sessions for people who proved their addresses, written straight into Auth's tables: thousands could not all type
 * a code. For the owner's connection; the tokens are signed as Auth signs them.
 */
export async function openSessions(sql: Sql, jwtSecret: string, emails: readonly string[]): Promise<Visitor[]> {
  const people = await sql<{ email: string; id: string }[]>`
    with made as (
      insert into auth.users (id, email, email_confirmed_at) select gen_random_uuid(), e, now() from unnest(${emails}::text[]) e
      on conflict do nothing returning email, id
    )
    select email, id from made union select email, id from auth.users where email = any (${emails}::text[])`;
  const users = new Map(people.map(({ email, id }) => [email, id]));
  const exp = Math.floor(Date.now() / 1000) + hours * 3600;
  const claims = emails.map((email) => ({
    sub: users.get(email) ?? "", session_id: randomUUID(), role: "authenticated" as const, aud: "authenticated" as const, email, exp,
  }));
  await sql`
    insert into auth.sessions (id, user_id)
    select s, u from unnest(${claims.map(({ session_id }) => session_id)}::uuid[], ${claims.map(({ sub }) => sub)}::uuid[]) as t (s, u)`;
  const key = new TextEncoder().encode(jwtSecret);
  return Promise.all(claims.map(async (own) => {
    const token = await new SignJWT(own).setProtectedHeader({ alg: "HS256", typ: "JWT" }).setIssuedAt().sign(key);
    return { token, cookie: `kartei-session=${cookieValue(token, exp)}`, claims: own };
  }));
}

// As @supabase/ssr writes it, far below the length at which it would split it.
function cookieValue(token: string, exp: number): string {
  const session = { access_token: token, token_type: "bearer", expires_at: exp, expires_in: hours * 3600, refresh_token: "none", user: null };
  return `base64-${Buffer.from(JSON.stringify(session)).toString("base64url")}`;
}
