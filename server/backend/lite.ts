import { createAdaptorServer } from "@hono/node-server";
import { App } from "@supabase/lite";
import type { EmailDriver } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import { once } from "node:events";
import type { Server } from "node:http";
import type { Secrets } from "../config/secrets.ts";
import { StartError } from "../run/main.ts";
import { quietConsole } from "./quiet.ts";

/** Supabase Lite over a database: Auth and PostgREST, not listening yet. */
export interface Lite extends AsyncDisposable {
  /** Creates Auth's tables; migrations refer to them. */
  createAuthSchema: () => Promise<void>;
  /** Begins to answer on 127.0.0.1. Lite knows no lock-out, so it must not be reachable from outside. */
  listen: (port: number) => Promise<void>;
}

// Lite also answers under /_system, and tells anyone there the database's address with its password.
const served = /^\/(?:auth|rest)\/v1\//;

// Lite hands json arguments over as text already; encoding them once more would make strings of them.
const asJson = (value: unknown) => (typeof value === "string" && /^\s*[[{]/.test(value) ? value : JSON.stringify(value));
const parseJson = (text: string): unknown => JSON.parse(text);

/** Sets Lite up as hosted Supabase is to be set up: codes by email only, confirmed, 8 digits, 10 minutes. */
export function createLite(databaseUrl: string, siteUrl: string, secrets: Secrets, email: EmailDriver): Lite {
  process.env.LITE_TELEMETRY = "0";
  const connection = createPostgresConnection({
    url: databaseUrl,
    postgresOptions: {
      max: 10,
      onnotice: () => undefined,
      // Hosted Supabase stops a signed-in request after 8 s; what works here must work there.
      connection: { application_name: "kartei", statement_timeout: 8000 },
      types: {
        json: { to: 114, from: [114], serialize: asJson, parse: parseJson },
        jsonb: { to: 3802, from: [3802], serialize: asJson, parse: parseJson },
      },
    },
  });
  const app = new App({ connection, auth: authConfig(siteUrl, secrets), options: { server: { disableStudio: true, disableFallback: true }, drivers: { email } } });
  const quiet = quietConsole();
  const server = createAdaptorServer({
    fetch: (request) => {
      const { pathname } = new URL(request.url);
      if (!served.test(pathname)) return new Response(null, { status: 404 });
      return quiet.answering(pathname, () => app.fetch(request, { peerAddress: null }));
    },
    overrideGlobalObjects: false,
  }) as Server;
  return {
    createAuthSchema: async () => {
      await app.ensureSystemSchema();
    },
    listen: (port) => listen(server, port),
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await close(server);
      await connection.close();
      quiet[Symbol.dispose]();
    },
  };
}

function authConfig(siteUrl: string, secrets: Secrets) {
  return {
    enabled: true,
    site_url: siteUrl,
    jwt_secret: secrets.jwtSecret,
    jwt_expiry: 3600,
    publishable_key: secrets.publishableKey,
    secret_key: secrets.secretKey,
    enable_signup: true,
    enable_anonymous_sign_ins: false,
    email: { enable_signup: true, enable_confirmations: true, otp_length: 8, otp_expiry: 600 },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    throw new StartError(`API_PORT ${port} is in use; set another one.`);
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
