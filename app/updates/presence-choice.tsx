import { m } from "~/i18n/messages";
import { RadioGroup } from "~/ui/choice";
import { type Presence, presenceLabel, presenceName, presences } from "./presence";

/** Asks where the customer is, before anything is corrected. On the phone a check of the caller comes before. */
export function PresenceChoice({ chosen, checked, error, us = false }: {
  chosen: Presence | "us" | null;
  checked: boolean;
  error?: string;
  /** Whether "our own mistake" is an answer too. */
  us?: boolean;
}) {
  const choices = presences.map((one) => ({ value: one as string, label: presenceLabel(one), hint: one === "phone" ? (checked ? m.checks_presence_checked() : m.checks_presence_unchecked()) : undefined }));
  return (
    <RadioGroup
      label={m.checks_presence_question()}
      name={presenceName}
      choices={us ? [...choices, { value: "us", label: m.checks_presence_us(), hint: m.checks_presence_us_hint() }] : choices}
      defaultValue={chosen ?? (checked ? "phone" : undefined)}
      error={error}
      required
    />
  );
}

/** The answer on the pages that follow, shown and carried along. */
export function PresenceNote({ chosen }: { chosen: Presence }) {
  return (
    <p className="mb-(--gap)">
      <strong>{presenceLabel(chosen)}</strong>
      <input type="hidden" name={presenceName} value={chosen} />
    </p>
  );
}
