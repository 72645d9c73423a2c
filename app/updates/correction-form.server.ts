import type { Detail } from "~/contact-details/detail.schema";
import { m } from "~/i18n/messages";
import type { EditField } from "./edit-field";
import { editFields, editFieldsOver, type Owner, readEdit } from "./edit-form.server";
import { type CallerIdentification, identifiedByName, readIdentification } from "./identification";
import type { Change } from "./update.schema";

/** An agent's form: its inputs, sentences by input name, how the caller was identified, and whether nothing was changed. */
export type CorrectionForm = {
  fields: EditField[];
  errors: Record<string, string | undefined>;
  identifiedBy: CallerIdentification | null;
  unchanged: boolean;
};

/** The form over details as they are stored. */
export function correctionForm(details: Detail[], owner: Owner): CorrectionForm {
  return { fields: editFields(details, owner), errors: {}, identifiedBy: null, unchanged: false };
}

/** The form again, with what was typed; or the changes that it asks for. */
export type Correction = CorrectionForm | { changes: Change[]; identifiedBy: CallerIdentification };

/** Reads what an agent corrects on a call. Nothing goes on before the caller is identified and something was changed. */
export function readCorrection(form: FormData, details: Detail[], owner: Owner): Correction {
  const identifiedBy = readIdentification(form);
  const result = readEdit(form, details, owner);
  const missing = identifiedBy ? {} : { [identifiedByName]: m.errors_caller_not_identified() };
  if ("fields" in result) {
    const { fields, errors } = result;
    const asksForFields = Object.keys(errors).length === 0;
    return { fields, errors: asksForFields ? {} : { ...missing, ...errors }, identifiedBy, unchanged: false };
  }
  const { changes } = result;
  if (identifiedBy && changes.length > 0) return { changes, identifiedBy };
  return { fields: editFieldsOver(changes, details, owner), errors: missing, identifiedBy, unchanged: changes.length === 0 };
}
