import { m } from "~/i18n/messages";

/** How somebody was identified; an identity card can only be shown across a counter. */
export const identifications = ["callback", "account_details", "documents", "known_voice", "id_card"] as const;
export type Identification = (typeof identifications)[number];

/** The ways in which an agent can have made sure who is calling. */
export const callerIdentifications = ["callback", "account_details", "documents", "known_voice"] as const;
export type CallerIdentification = (typeof callerIdentifications)[number];

/** The form name of the choice, on each page that it travels through. */
export const identifiedByName = "identified_by";

/** "Called back", for a choice and for the history. */
export function identificationLabel(identification: Identification): string {
  return labels[identification]();
}

/** What an agent should have done to choose this. */
export function identificationHint(identification: CallerIdentification): string {
  return hints[identification]();
}

/** What was chosen, null where nothing was. */
export function readIdentification(form: FormData): CallerIdentification | null {
  const chosen = form.get(identifiedByName);
  return callerIdentifications.find((one) => one === chosen) ?? null;
}

const labels = {
  callback: m.desk_identified_callback,
  account_details: m.desk_identified_account_details,
  documents: m.desk_identified_documents,
  known_voice: m.desk_identified_known_voice,
  id_card: m.desk_identified_id_card,
};

const hints = {
  callback: m.desk_identified_callback_hint,
  account_details: m.desk_identified_account_details_hint,
  documents: m.desk_identified_documents_hint,
  known_voice: m.desk_identified_known_voice_hint,
};
