import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What the stand-in does with a mail: sends and says so; sends but never answers; never answers and sends nothing;
 * sends, but says so only when told to `answer`; asks to wait; is broken; refuses the mail.
 */
export type Behaviour = "send" | "take its time" | "send silently" | "stay silent" | "ask to wait" | "be broken" | "refuse";

interface Attempt {
  key: string;
  to: string;
  body: string;
}

/** Resend as far as the worker knows it, where a test decides what happens. A key sends once, as with Resend. */
export interface ResendStandIn extends AsyncDisposable {
  url: string;
  /** For mails from now on. */
  behave: (behaviour: Behaviour) => void;
  /** Answers what it has taken its time with. */
  answer: () => void;
  /** Every request to send a mail, oldest first. */
  attempts: Attempt[];
  /** The addresses that mails have left for, oldest first. */
  sentTo: () => string[];
}

const refusals: Partial<Record<Behaviour, [number, string]>> = {
  "ask to wait": [429, "rate_limit_exceeded"],
  "be broken": [500, "internal_server_error"],
  refuse: [422, "validation_error"],
};

/** Starts a stand-in on a free port; it sends whatever comes until it is told otherwise. */
export async function startResendStandIn(): Promise<ResendStandIn> {
  const attempts: Attempt[] = [];
  const sent = new Map<string, Attempt>();
  const late: ServerResponse[] = [];
  let behaviour: Behaviour = "send";
  const server = createServer((request, response) => {
    void readAttempt(request).then((attempt) => {
      attempts.push(attempt);
      const refusal = refusals[behaviour];
      if (refusal) return answer(response, refusal[0], { statusCode: refusal[0], name: refusal[1], message: refusal[1] });
      if (behaviour === "stay silent") return;
      const before = sent.get(attempt.key);
      if (before && before.body !== attempt.body) return answer(response, 409, { statusCode: 409, name: "invalid_idempotent_request", message: "other body" });
      if (!before) sent.set(attempt.key, attempt);
      if (behaviour === "send") answer(response, 200, { id: randomUUID() });
      if (behaviour === "take its time") late.push(response);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: (next) => { behaviour = next; },
    answer: () => { for (const response of late.splice(0)) answer(response, 200, { id: randomUUID() }); },
    attempts,
    sentTo: () => [...sent.values()].map(({ to }) => to),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function readAttempt(request: IncomingMessage): Promise<Attempt> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  return { key: String(request.headers["idempotency-key"]), to: String((JSON.parse(body) as { to: unknown }).to), body };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "retry-after": "1" }).end(JSON.stringify(body));
}
