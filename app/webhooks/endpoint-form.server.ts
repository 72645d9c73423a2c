import { checkText } from "~/contact-details/text";
import { privateTargetsAllowed } from "~/env.server";
import { formText } from "~/form-text";
import { type WebhookEvent, webhookEvents } from "./events";
import { targetFault } from "./target.server";

/** An endpoint to be made. */
export type EndpointDraft = { name: string; url: string; events: WebhookEvent[] };

/** What was typed, to be shown again, and the draft or the errors (their keys) by field. */
export type ReadEndpoint = { typed: EndpointDraft } & ({ draft: EndpointDraft } | { draft: null; errors: Record<string, string> });

const faults = {
  unreadable: "interfaces_error_url_unreadable",
  not_https: "interfaces_error_url_not_https",
  private: "interfaces_error_url_private",
};

/** Reads the form for a new endpoint. */
export function readEndpointForm(form: FormData): ReadEndpoint {
  const typed = { name: formText(form, "name"), url: formText(form, "url").trim(), events: webhookEvents.filter((event) => form.has(event)) };
  const name = checkText(typed.name, { max: 100 });
  const fault = targetFault(typed.url, privateTargetsAllowed());
  const errors = {
    ...((name.error ?? !name.value) && { name: name.error ?? "interfaces_error_name_missing" }),
    ...(fault && { url: faults[fault] }),
    ...(typed.events.length === 0 && { [webhookEvents[0]]: "interfaces_error_events_missing" }),
  };
  if (!name.value || Object.keys(errors).length > 0) return { typed, draft: null, errors };
  return { typed, draft: { name: name.value, url: new URL(typed.url).href, events: typed.events } };
}
