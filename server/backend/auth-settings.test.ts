import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { assertSafeAuth } from "./auth-settings.ts";

const safe = { external: { email: true, google: false, anonymous_users: false }, disable_signup: false, mailer_autoconfirm: false };

test("an Auth server that signs people in by emailed codes alone is accepted", async () => {
  await using server = await authServer(200, safe);
  await expect(assertSafeAuth(server.url, "key")).resolves.toBeUndefined();
});

test.each([
  ["confirms addresses by itself", { ...safe, mailer_autoconfirm: true }, /mailer_autoconfirm/],
  ["offers another provider", { ...safe, external: { ...safe.external, google: true } }, /"google"/],
  ["lets people in without a name", { ...safe, external: { ...safe.external, anonymous_users: true } }, /"anonymous_users"/],
  ["offers SAML", { ...safe, saml_enabled: true }, /"saml"/],
  ["lets nobody sign in for the first time", { ...safe, disable_signup: true }, /email sign-ups/],
  ["says nothing of its settings", {}, /SUPABASE_URL/],
])("an Auth server that %s is refused", async (_fault, settings, sentence) => {
  await using server = await authServer(200, settings);
  await expect(assertSafeAuth(server.url, "key")).rejects.toThrow(sentence);
});

test("a server that fails is named", async () => {
  await using server = await authServer(503, safe);
  await expect(assertSafeAuth(server.url, "key")).rejects.toThrow(/SUPABASE_URL .* 503/);
});

async function authServer(status: number, settings: object): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(settings));
  });
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => { resolve(); }); }),
  };
}
