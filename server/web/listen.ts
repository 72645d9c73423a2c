import type { Express } from "express";
import { once } from "node:events";
import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { WebSettings } from "./settings.ts";

/** Proxies keep connections for up to a minute; one closed here first would meet a request that is on its way. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Serves the app until it is disposed. From the moment that `stopping` is aborted, every answer asks to close its
 * connection. Disposing goes on taking requests for `drainMs`, so that a load balancer has seen `/readyz` say no; then
 * it takes none, lets those under way finish, at most for `finishMs`, and closes.
 */
export async function listen(app: Express, { port, host, drainMs, finishMs }: WebSettings, stopping: AbortSignal): Promise<AsyncDisposable> {
  const server = createServer(app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  closeWhenStopping(server, stopping);
  server.listen({ port, host });
  await once(server, "listening");
  return {
    [Symbol.asyncDispose]: async () => {
      await sleep(drainMs);
      await close(server, finishMs);
    },
  };
}

function closeWhenStopping(server: Server, stopping: AbortSignal): void {
  const underWay = new Set<ServerResponse>();
  const askToClose = (response: ServerResponse) => { if (!response.headersSent) response.setHeader("Connection", "close"); };
  server.prependListener("request", (_request, response) => {
    if (stopping.aborted) askToClose(response);
    underWay.add(response);
    response.on("close", () => { underWay.delete(response); });
  });
  stopping.addEventListener("abort", () => { for (const response of underWay) askToClose(response); }, { once: true });
}

async function close(server: Server, patience: number): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  // A connection falls idle when its last answer has gone.
  const idle = setInterval(() => { server.closeIdleConnections(); }, 50);
  const end = setTimeout(() => { server.closeAllConnections(); }, patience);
  await closed;
  clearInterval(idle);
  clearTimeout(end);
}
