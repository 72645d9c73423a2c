import type { Detail } from "~/contact-details/detail.schema";
import { m } from "~/i18n/messages";
import type { EditField } from "./edit-field";
import { editFields, editFieldsOver, type Owner, readEdit } from "./edit-form.server";
import { type Presence, presenceName, readPresence } from "./presence";
import type { Change } from "./update.schema";

/** An agent's form: its inputs, sentences by input name, where the customer is, and whether nothing was changed. */
export type CorrectionForm = {
  fields: EditField[];
  errors: Record<string, string | undefined>;
  presence: Presence | null;
  unchanged: boolean;
};

/** The form over details as they are stored. */
export function correctionForm(details: Detail[], owner: Owner): CorrectionForm {
  return { fields: editFields(details, owner), errors: {}, presence: null, unchanged: false };
}

/** The form again, with what was typed; or the changes that it asks for. */
export type Correction = CorrectionForm | { changes: Change[]; presence: Presence };

/**
 * Reads what an agent corrects. Nothing goes on before it is known where the customer is, something was changed, and a
 * caller has passed the agent's check (`checked`); the database asks for it once more.
 */
export function readCorrection(form: FormData, details: Detail[], owner: Owner, checked: boolean): Correction {
  const presence = readPresence(form);
  const result = readEdit(form, details, owner);
  const missing = missingPresence(presence, checked);
  if ("fields" in result) {
    const { fields, errors } = result;
    const asksForFields = Object.keys(errors).length === 0;
    return { fields, errors: asksForFields ? {} : { ...missing, ...errors }, presence, unchanged: false };
  }
  const { changes } = result;
  if (presence && !missing[presenceName] && changes.length > 0) return { changes, presence };
  return { fields: editFieldsOver(changes, details, owner), errors: missing, presence, unchanged: changes.length === 0 };
}

/** What is missing before anything is corrected, by form name: where the customer is, or a caller's check. */
export function missingPresence(presence: Presence | null, checked: boolean): Record<string, string | undefined> {
  if (!presence) return { [presenceName]: m.errors_caller_not_identified() };
  return presence === "phone" && !checked ? { [presenceName]: m.checks_error_not_checked() } : {};
}
