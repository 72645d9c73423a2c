import { m } from "~/i18n/messages";
import { RadioGroup } from "~/ui/choice";
import { type CallerIdentification, callerIdentifications, identificationHint, identificationLabel, identifiedByName } from "./identification";

/** Asks an agent how the caller was identified, before anything is corrected. */
export function IdentificationChoice({ chosen, error }: { chosen: CallerIdentification | null; error?: string }) {
  return (
    <RadioGroup
      label={m.desk_identified_question()}
      name={identifiedByName}
      choices={callerIdentifications.map((one) => ({ value: one, label: identificationLabel(one), hint: identificationHint(one) }))}
      defaultValue={chosen ?? undefined}
      error={error}
      required
    />
  );
}

/** The answer on the pages that follow, shown and carried along. */
export function IdentifiedBy({ chosen }: { chosen: CallerIdentification }) {
  return (
    <p className="mb-(--gap)">
      {m.desk_identified_by()} <strong>{identificationLabel(chosen)}</strong>
      <input type="hidden" name={identifiedByName} value={chosen} />
    </p>
  );
}
