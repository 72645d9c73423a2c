/** The events that an endpoint may choose from. */
export const webhookEvents = ["details.changed", "details.confirmed", "details.imported"] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
