import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, SignJWT } from "jose";

type Factor = { id: string; friendly_name: string; factor_type: "totp"; status: "unverified" | "verified"; secret: string };
type Answer = { status: number; body: unknown };

const user = randomUUID();
const key = new TextEncoder().encode("a-secret-of-the-stand-in-that-is-long-enough");

/** Stands in for Supabase Auth's second step (TOTP), which Lite does not know, as far as its documentation tells it. */
export interface AuthStandIn extends AsyncDisposable {
  url: string;
  /** The tokens of a session that has taken the first step only. */
  session: () => Promise<{ access_token: string; refresh_token: string }>;
  /** The code that an app would show for a secret now (RFC 6238). */
  codeOf: (secret: string) => string;
  factors: () => Factor[];
}

/**
 * What is stood in for: `GET /user` with its factors, `POST /factors`, `POST /factors/:id/challenge` and `/verify` (which
 * answers with a session of `aal2`), `DELETE /factors/:id` (which asks for `aal2` where the factor is in use), and that a name is given once.
 */
export async function startAuthStandIn(): Promise<AuthStandIn> {
  const factors: Factor[] = [];
  const challenges = new Map<string, string>();
  const server = createServer((request, response) => void answer(request, response, factors, challenges));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    session: () => sessionOf("aal1"),
    codeOf,
    factors: () => factors,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, factors: Factor[], challenges: Map<string, string>): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const body = (text ? JSON.parse(text) : {}) as Record<string, string>;
  const token = request.headers.authorization?.slice("Bearer ".length);
  const { status, body: answered } = token ? await route(request, body, decodeJwt(token).aal === "aal2", factors, challenges) : refusal(401, "no_authorization");
  response.writeHead(status, { "content-type": "application/json", "x-supabase-api-version": "2024-01-01" });
  response.end(JSON.stringify(answered));
}

async function route({ method, url = "" }: IncomingMessage, body: Record<string, string>, steppedUp: boolean, factors: Factor[], challenges: Map<string, string>): Promise<Answer> {
  const path = url.replace("/auth/v1", "");
  if (path === "/user") return { status: 200, body: userOf(factors) };
  if (path === "/factors" && method === "POST") return enroll(body, factors);
  const [, id, act] = /^\/factors\/([0-9a-f-]+)(?:\/(\w+))?$/.exec(path) ?? [];
  const factor = factors.find((one) => one.id === id);
  if (!factor) return refusal(404, "mfa_factor_not_found");
  if (method === "DELETE") {
    if (factor.status === "verified" && !steppedUp) return refusal(422, "insufficient_aal");
    factors.splice(factors.indexOf(factor), 1);
    return { status: 200, body: { id } };
  }
  if (act === "challenge") {
    const challenge = randomUUID();
    challenges.set(challenge, factor.id);
    return { status: 200, body: { id: challenge, type: "totp", expires_at: Math.floor(Date.now() / 1000) + 300 } };
  }
  if (challenges.get(body.challenge_id ?? "") !== factor.id || body.code !== codeOf(factor.secret)) return refusal(422, "mfa_verification_failed");
  factor.status = "verified";
  return { status: 200, body: { ...(await sessionOf("aal2")), token_type: "bearer", expires_in: 3600, user: userOf(factors) } };
}

function enroll({ friendly_name = "", issuer = "" }: Record<string, string>, factors: Factor[]): Answer {
  if (factors.some((one) => one.friendly_name === friendly_name)) return refusal(422, "mfa_factor_name_conflict");
  const secret = base32(randomBytes(20));
  const factor: Factor = { id: randomUUID(), friendly_name, factor_type: "totp", status: "unverified", secret };
  factors.push(factor);
  const uri = `otpauth://totp/${encodeURIComponent(issuer)}:ada@example.com?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
  return { status: 200, body: { id: factor.id, type: "totp", friendly_name, totp: { qr_code: "<svg/>", secret, uri } } };
}

function refusal(status: number, code: string): Answer {
  return { status, body: { code, message: code } };
}

function userOf(factors: Factor[]) {
  return { id: user, aud: "authenticated", role: "authenticated", email: "ada@example.com", factors: factors.map(({ id, friendly_name, factor_type, status }) => ({ id, friendly_name, factor_type, status })) };
}

async function sessionOf(aal: "aal1" | "aal2") {
  const token = new SignJWT({ aal, role: "authenticated", session_id: randomUUID(), email: "ada@example.com" }).setProtectedHeader({ alg: "HS256" }).setSubject(user).setExpirationTime("1h");
  return { access_token: await token.sign(key), refresh_token: randomBytes(9).toString("base64url") };
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join("");
}

function codeOf(secret: string): string {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", bytes).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, "0");
}
