import { m } from "~/i18n/messages";
import type { WebhookEvent } from "./events";

/** What happened, in the reader's words. */
export const eventWords: Record<WebhookEvent | "endpoint.test", () => string> = {
  "details.changed": m.interfaces_event_changed,
  "details.confirmed": m.interfaces_event_confirmed,
  "details.imported": m.interfaces_event_imported,
  "endpoint.test": m.interfaces_event_test,
};
