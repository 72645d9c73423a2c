import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { webhookKey } from "~/env.server";

/** The secret that an endpoint's webhooks are signed with: made from its id and rotation, so the database holds none. */
export function webhookSecret(endpoint: string, rotation: number): string {
  return `whsec_${createHmac("sha256", webhookKey()).update(`${endpoint}.${rotation}`).digest("base64")}`;
}

/** The headers that say which event a body is, when it was sent, and that it is ours: one signature for each rotation. */
export function signatureHeaders(message: { id: string; endpoint: string; rotations: number[]; body: string }, now: Date): Record<string, string> {
  const { id, endpoint, rotations, body } = message;
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": rotations.map((rotation) => new Webhook(webhookSecret(endpoint, rotation)).sign(id, now, body)).join(" "),
  };
}
