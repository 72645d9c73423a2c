import { m } from "~/i18n/messages";
import { RadioGroup } from "~/ui/choice";
import { type Presence, presenceLabel, presenceName, presences } from "./presence";
import type { OwnMistake } from "./reversal";

/** Asks where the customer is, before anything is corrected. On the phone a check of the caller comes before. */
export function PresenceChoice({ chosen, checked, error, ownMistake }: {
  chosen: Presence | "us" | null;
  checked: boolean;
  error?: string;
  /** Where "our own mistake" may be an answer too; where the reader may not give it, the page says why. */
  ownMistake?: OwnMistake;
}) {
  const choices = presences.map((one) => ({ value: one as string, label: presenceLabel(one), hint: one === "phone" ? (checked ? m.checks_presence_checked() : m.checks_presence_unchecked()) : undefined }));
  return (
    <RadioGroup
      label={m.checks_presence_question()}
      name={presenceName}
      hint={ownMistake && ownMistake !== "possible" ? notOurs[ownMistake]() : undefined}
      choices={ownMistake === "possible" ? [...choices, { value: "us", label: m.checks_presence_us(), hint: m.checks_presence_us_hint() }] : choices}
      defaultValue={chosen ?? (checked ? "phone" : undefined)}
      error={error}
      required
    />
  );
}

const notOurs = {
  customers: m.checks_not_ours_customers,
  paper: m.checks_not_ours_paper,
  others: m.checks_not_ours_others,
  old: m.checks_not_ours_old,
};

/** The answer on the pages that follow, shown and carried along. */
export function PresenceNote({ chosen }: { chosen: Presence }) {
  return (
    <p className="mb-(--gap)">
      <strong>{presenceLabel(chosen)}</strong>
      <input type="hidden" name={presenceName} value={chosen} />
    </p>
  );
}
