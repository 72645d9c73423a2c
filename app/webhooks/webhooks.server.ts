import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import type { EndpointDraft } from "./endpoint-form.server";
import { deliverySchema, deliveryStates, endpointSchema } from "./endpoint.schema";
import { webhookSecret } from "./secret.server";

const pageSchema = z.object({
  me: meSchema,
  endpoint: endpointSchema,
  counts: z.record(z.enum(deliveryStates), z.number().int()),
  deliveries: z.array(deliverySchema),
});

/** One endpoint, how many deliveries stand in each state (counted up to 10,000), and the newest hundred; for admins. */
export function readEndpoint(db: Db, endpoint: string) {
  return db.call("webhook_endpoint", { endpoint }, pageSchema);
}

/** The secret that signs now, for an admin; and the one before it while that signs too. */
export async function readSecrets(db: Db, id: string, now: Date) {
  const { me, endpoint: { name, rotation, rotatedAt } } = await readEndpoint(db, id);
  const overlaps = rotatedAt !== null && now.getTime() - Date.parse(rotatedAt) < 86_400_000;
  return { me, name, secret: webhookSecret(id, rotation), previous: overlaps ? webhookSecret(id, rotation - 1) : null };
}

/** Makes an endpoint, which gets what happens from now on; returns its id. */
export function createEndpoint(db: Db, { name, url, events }: EndpointDraft): Promise<string> {
  return db.call("create_webhook", { name, url, events }, z.uuid());
}

/** Has a new secret sign; a 409 when that was done within the last day. */
export async function rotateSecret(db: Db, endpoint: string): Promise<void> {
  await db.call("rotate_webhook", { endpoint }, z.null());
}

/** Switches an endpoint on, which then gets what it missed, or off. */
export async function switchEndpoint(db: Db, endpoint: string, on: boolean): Promise<void> {
  await db.call("switch_webhook", { endpoint, turn_on: on }, z.null());
}

/** Sends a test event; a 409 when the endpoint is off. */
export async function sendTestEvent(db: Db, endpoint: string): Promise<void> {
  await db.call("test_webhook", { endpoint }, z.null());
}

/** Sends one delivery again; a 409 while it is under way. */
export async function replayDelivery(db: Db, endpoint: string, delivery: string): Promise<void> {
  await db.call("replay_webhook", { endpoint, delivery }, z.null());
}

/** Sends again what failed since a day (ISO, at midnight UTC); returns how many, 10,000 at most. */
export function replayFailed(db: Db, endpoint: string, since: string): Promise<number> {
  return db.call("replay_failed_webhooks", { endpoint, since }, z.number().int());
}

/** The day from which on what failed is to be sent again; throws 400 where no form of ours said it. */
export function readSince(form: FormData): string {
  const { data } = z.iso.date().safeParse(form.get("since"));
  if (!data) throw new Response(null, { status: 400 });
  return data;
}
