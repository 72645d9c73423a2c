/** The examples on the page for programmers, the same in every language. `site` is the origin that people open. */
export function apiExamples(site: string): Record<"request" | "answer" | "webhook" | "verify", string> {
  return {
    request: `curl -H "Authorization: Bearer $TOKEN" "${site}/api/changes?limit=100&cursor=$CURSOR"`,
    answer: json({ changes: [change], cursor: "MS40ODEzLjk3MTU", more: false, heldBackSince: null }),
    webhook: [
      "webhook-id: 5d7e9a0e-3b0f-4c58-9d0b-0a4f3f6f2c11",
      "webhook-timestamp: 1795514412",
      "webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
      "",
      json({ type: "details.changed", timestamp: change.occurredAt, data: change }),
    ].join("\n"),
    verify: [
      'import { Webhook } from "standardwebhooks";',
      "",
      "const webhook = new Webhook(process.env.WEBHOOK_SECRET);",
      'app.post("/webhooks", express.raw({ type: "application/json" }), (request, response) => {',
      "  const { type, data } = webhook.verify(request.body, request.headers);",
      "  queue.add({ id: request.headers[\"webhook-id\"], type, data });",
      "  response.sendStatus(204);",
      "});",
    ].join("\n"),
  };
}

/** An entry of the feed; a test holds it against the feed's own schema. */
export const change = {
  reference: "K7MX-4QPD",
  occurredAt: "2026-11-24T14:05:12.345678+00:00",
  channel: "phone",
  accountNumber: "10004711",
  actor: "staff",
  items: [{
    detail: "0b9c7c62-1c5e-4b3f-8a54-2f6f1f0d9a10",
    kind: "phone",
    op: "change",
    label: null,
    site: null,
    version: 4,
    value: "+493098765432",
    validFrom: "2026-11-24",
  }],
};

function json(value: object): string {
  return JSON.stringify(value, null, 2);
}
