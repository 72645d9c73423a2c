import type { Express } from "express";
import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { WebSettings } from "./settings.ts";

/** Requests under way have this long to finish, in milliseconds, when the server stops. */
const patience = 2500;

/** Serves the app. Disposing takes no new requests, lets those under way finish, and closes. */
export async function listen(app: Express, { port, host }: WebSettings): Promise<AsyncDisposable> {
  const server = createServer(app);
  server.listen({ port, host });
  await once(server, "listening");
  return { [Symbol.asyncDispose]: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => { server.closeAllConnections(); }, patience);
  await closed;
  clearTimeout(timer);
}
