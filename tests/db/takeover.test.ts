import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { actor, person, product, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import { authOf, signIn } from "../support/sign-in.ts";

const anna = actor("anna");
const stranger = actor("stranger");
const someAddress = () => `${randomUUID()}@example.org`;

/** A token that Auth could have signed, saying whatever we like. */
function forge(claims: Record<string, unknown>): Promise<string> {
  return new SignJWT({ aud: "authenticated", role: "authenticated", ...claims })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt().setExpirationTime("1h")
    .sign(new TextEncoder().encode(product.jwtSecret));
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;
}

function askAuth(token: string, path: string, body: object, method = "POST"): Promise<Response> {
  return fetch(`${product.apiUrl}/auth/v1/${path}`, {
    method, body: JSON.stringify(body),
    headers: { apikey: product.publishableKey, authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
}

describe("passwords", () => {
  test("signing up with somebody's address gives no session", async () => {
    const { data } = await authOf(product).signUp({ email: someAddress(), password: "known-to-the-thief" });
    expect(data.session).toBeNull();
  });

  test("a password set before the true owner proves the address opens nothing afterwards", async () => {
    const victim = someAddress();
    await authOf(product).signUp({ email: victim, password: "known-to-the-thief" });
    await signIn(product, victim);

    const { data, error } = await authOf(product).signInWithPassword({ email: victim, password: "known-to-the-thief" });

    expect(data.session).toBeNull();
    expect(error).not.toBeNull();
  });

  test("a password set in one's own session opens nothing", async () => {
    const own = await signIn(product, someAddress());
    await askAuth(own.token, "user", { password: "set-by-the-owner" }, "PUT");

    const { data } = await authOf(product).signInWithPassword({ email: own.email, password: "set-by-the-owner" });

    expect(data.session).toBeNull();
  });

  test("there is no session without an address", async () => {
    expect((await authOf(product).signInAnonymously()).data.session).toBeNull();
  });
});

describe("identity", () => {
  test("updateUser does not make one's identity somebody else's", async () => {
    const thief = await signIn(product, someAddress());

    await askAuth(thief.token, "user", { email: anna.email }, "PUT");

    expect(await person(thief).call("my_access")).toMatchObject({ email: thief.email, customers: [] });
    const [user] = await sql`select email, email_change from auth.users where id = ${String(claimsOf(thief.token).sub)}`;
    expect(user).toMatchObject({ email: thief.email });
    expect(user?.email_change ?? "").toBe("");
  });

  test("the token's word on its address is not believed", async () => {
    const token = await forge({ ...claimsOf(stranger.token), email: anna.email });

    expect(await person({ email: anna.email, token }).call("my_access")).toEqual({ email: stranger.email, staff: null, mayClaim: false, customers: [], invitations: [] });
  });

  test("what people write into their own profile gives no role", async () => {
    const thief = await signIn(product, someAddress());
    await askAuth(thief.token, "user", { data: { role: "admin", staff: true } }, "PUT");

    await expect(person(thief).call("desk_search", { query: "Weber" })).rejects.toMatchObject({ status: 403, code: "not_allowed" });
  });

  test("an address that was never proven is nobody", async () => {
    const session = await signIn(product, someAddress());
    await sql`update auth.users set email_confirmed_at = null where email = ${session.email}`;

    await expect(person(session).call("my_access")).rejects.toMatchObject({ status: 401, code: "signed_out" });
  });

  test("an email among the contact details opens nothing", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "email", value: stranger.email }] });

    await expect(stranger.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });
});

describe("sessions", () => {
  test("after signing out, the access token is worth nothing", async () => {
    const session = await signIn(product, someAddress());
    const customer = await newCustomer({ owners: [session.email] });
    const bearer = person(session);
    await bearer.call("account_overview", { customer: customer.id });

    await askAuth(session.token, "logout?scope=local", {});

    await expect(bearer.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 401, code: "signed_out" });
    expect((await bearer.rest("contact_details?select=*")).body).toEqual([]);
  });

  test("a token of a session that Auth does not know is worth nothing", async () => {
    const token = await forge({ ...claimsOf(anna.token), session_id: randomUUID() });

    await expect(person({ email: anna.email, token }).call("my_access")).rejects.toMatchObject({ status: 401 });
  });

  test("a token of somebody else's session is worth nothing", async () => {
    const token = await forge({ ...claimsOf(anna.token), session_id: claimsOf(stranger.token).session_id });

    await expect(person({ email: anna.email, token }).call("my_access")).rejects.toMatchObject({ status: 401 });
  });

  test("a frozen login and an ended one open nothing at once", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const overview = () => anna.call("account_overview", { customer: customer.id });
    await overview();

    await sql`update public.logins set frozen_at = now() where customer_id = ${customer.id}`;
    await expect(overview()).rejects.toMatchObject({ status: 404 });
    await sql`update public.logins set frozen_at = null, ended_at = now() where customer_id = ${customer.id}`;
    await expect(overview()).rejects.toMatchObject({ status: 404 });
  });
});

describe("staff", () => {
  test("who is deactivated is refused at once, with the token they hold", async () => {
    const session = await signIn(product, someAddress());
    await sql`select public.staff_add(${session.email}, 'agent', 'Somebody New')`;
    const agent = person(session);
    await agent.call("desk_search", { query: "Weber" });

    await sql`update public.staff set active = false where email = ${session.email}`;

    await expect(agent.call("desk_search", { query: "Weber" })).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    expect(await agent.call("my_access")).toMatchObject({ staff: null });
    expect((await agent.rest("staff?select=*")).body).toEqual([]);
  });
});
