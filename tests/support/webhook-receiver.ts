import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A webhook as it came. */
export interface Received {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Another system as far as webhooks know it, where a test decides what it answers on each path. */
export interface WebhookReceiver extends AsyncDisposable {
  url: string;
  received: Received[];
  /** What is answered on a path from now on: a status, or nothing at all. 204 unless told. */
  answer: (path: string, status: number | "nothing", headers?: Record<string, string>) => void;
  /** What came on a path, oldest first. */
  on: (path: string) => Received[];
}

/** Starts a receiver on a free port of this machine. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const answers = new Map<string, [number | "nothing", Record<string, string>]>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      received.push({ path, headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() });
      const [status, headers] = answers.get(path) ?? [204, {}];
      if (status !== "nothing") response.writeHead(status, headers).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (path, status, headers = {}) => { answers.set(path, [status, headers]); },
    on: (path) => received.filter((one) => one.path === path),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
