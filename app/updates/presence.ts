import { m } from "~/i18n/messages";

/** Where the customer is while an agent corrects something: on the phone, or at the counter, where something was shown. */
export const presences = ["phone", "id_card", "documents"] as const;
export type Presence = (typeof presences)[number];

/** The form name of the choice, on each page that it travels through. */
export const presenceName = "presence";

/** "On the phone". */
export function presenceLabel(presence: Presence): string {
  return labels[presence]();
}

/** What was chosen, null where nothing was. */
export function readPresence(form: FormData): Presence | null {
  const chosen = form.get(presenceName);
  return presences.find((one) => one === chosen) ?? null;
}

const labels = {
  phone: m.checks_presence_phone,
  id_card: m.checks_presence_id_card,
  documents: m.checks_presence_documents,
};
