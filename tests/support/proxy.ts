import { once } from "node:events";
import { Agent, createServer, request as httpRequest } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const PROBE_MS = 100;

/** The load balancer; whoever restarts servers one after the other waits until it knows the last. */
export interface Proxy extends AsyncDisposable {
  untilReady: (target: number) => Promise<void>;
}

/**
 * A small load balancer before servers on these ports of this machine. It goes round, keeps its connections, and goes by
 * each server's /readyz alone: like the stricter ones of production it never sends a request twice.
 */
export async function startProxy(port: number, targets: number[]): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set<number>();
  const stopping = new AbortController();
  const probing = Promise.all(targets.map((target) => probe(target, ready, stopping.signal)));
  let turn = 0;
  const server = createServer((request, response) => {
    const known = [...ready];
    turn += 1;
    void forward(request, response, known[turn % known.length], agent);
  });
  server.listen(port);
  await once(server, "listening");
  return {
    untilReady: async (target) => {
      while (!ready.has(target)) await sleep(PROBE_MS / 2);
    },
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await probing;
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}

async function probe(target: number, ready: Set<number>, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const answer = await fetch(`http://127.0.0.1:${target}/readyz`).catch(() => null);
    if (answer?.ok) ready.add(target);
    else ready.delete(target);
    await sleep(PROBE_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function forward(request: IncomingMessage, response: ServerResponse, target: number | undefined, agent: Agent): Promise<void> {
  try {
    if (target === undefined) throw new Error("No server is ready");
    const answer = await ask(target, request, await bodyOf(request), agent);
    response.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers));
    answer.pipe(response);
  } catch (error) {
    response.writeHead(502).end(String(error));
  }
}

function ask(port: number, { method, url, headers, socket }: IncomingMessage, body: Buffer, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const forwarded = { "x-forwarded-for": socket.remoteAddress ?? "", "x-forwarded-host": headers.host ?? "", "x-forwarded-proto": "http" };
    httpRequest({ host: "127.0.0.1", port, method, path: url, agent, headers: { ...withoutHops(headers), ...forwarded } }, resolve)
      .on("error", reject)
      .end(body);
  });
}

// What concerns one connection is not passed on (RFC 9110, 7.6.1).
function withoutHops(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const hops = new Set(["connection", "keep-alive", "transfer-encoding"]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hops.has(name)));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
