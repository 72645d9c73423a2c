import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { PostForm } from "~/ui/form";
import type { ConflictView } from "./conflict.server";
import type { Change } from "./update.schema";

/** Somebody else saved first: both values side by side, and a choice for each. Nothing has been saved yet. */
export function ConflictForm({ conflicts, versions, changes, requestId, action, back, children }: {
  conflicts: ConflictView[];
  versions: Record<string, number | null>;
  changes: Change[];
  requestId: string;
  action: string;
  back: string;
  children?: ReactNode;
}) {
  return (
    <PostForm action={action} requestId={requestId} reloadDocument className="max-w-xl">
      <input type="hidden" name="changes" value={JSON.stringify(changes)} />
      <input type="hidden" name="versions" value={JSON.stringify(versions)} />
      {children}
      {conflicts.map((conflict) => <Choice key={conflict.detail} conflict={conflict} />)}
      <ButtonRow>
        <Button>{m.account_save_choice()}</Button>
        <ButtonLink variant="quiet" to={back}>{m.account_cancel()}</ButtonLink>
      </ButtonRow>
    </PostForm>
  );
}

function Choice({ conflict: { detail, heading, theirs, yours, theirDay, yourDay, savedWhen, savedHow, savedBy } }: { conflict: ConflictView }) {
  const who = { staff: m.account_conflict_by_staff, customer: m.account_conflict_by_customer, import: m.account_by_import }[savedBy]();
  return (
    <RadioGroup
      label={heading}
      name={`choice.${detail}`}
      defaultValue="theirs"
      required
      choices={[
        { value: "theirs", label: theirs.join(", ") || m.account_removed(), hint: withDay(`${m.account_conflict_theirs()}: ${who}, ${savedHow}, ${savedWhen}`, theirDay) },
        { value: "mine", label: yours.join(", ") || m.account_removed(), hint: withDay(m.account_conflict_yours(), yourDay) },
      ]}
    />
  );
}

function withDay(words: string, day: string | null): string {
  return [words, day].filter(Boolean).join(" · ");
}
