import { once } from "node:events";
import { createServer } from "node:http";
import type { Registry } from "prom-client";
import { reasonOf, StartError } from "../run/main.ts";
import { isBearer } from "./bearer.ts";
import type { MetricsDoor } from "./worker-settings.ts";

/** Serves a worker's metrics at /metrics, and says at /healthz that it runs. Anything else, and anyone else, gets 404. */
export async function serveMetrics(registry: Registry, { port, token }: MetricsDoor): Promise<AsyncDisposable> {
  const server = createServer(({ url, headers }, response) => {
    if (url === "/healthz") response.end("ok");
    else if (url === "/metrics" && isBearer(headers.authorization, token)) {
      void registry.metrics().then((text) => response.setHeader("Content-Type", registry.contentType).end(text));
    } else response.writeHead(404).end();
  });
  server.listen(port);
  await once(server, "listening").catch((error: unknown) => {
    throw new StartError(`METRICS_PORT ${port} cannot be listened on (${reasonOf(error)}).`);
  });
  return {
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
