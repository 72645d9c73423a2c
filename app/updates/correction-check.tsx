import type { ReactNode } from "react";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { errorsByName, ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import type { ChangeRow } from "./change-rows.server";
import { CheckForm } from "./check-page";
import type { Presence } from "./presence";
import { PresenceNote } from "./presence-choice";
import type { ReadBackItem } from "./read-back";
import { ReadBackForm } from "./read-back-form";
import type { Alike } from "./same-address";
import { SameAddressQuestion } from "./same-address-question";
import type { Change } from "./update.schema";

/** A correction before it is saved: read back to a caller, shown to somebody at the counter. */
export function CorrectionCheck({ presence, items, ticked, errors, spokenIn, rows, alike, caption, children, ...form }: {
  presence: Presence;
  items: ReadBackItem[];
  ticked: string[];
  errors: Record<string, string | undefined>;
  spokenIn: Locale;
  rows: ChangeRow[];
  alike: Alike | null;
  caption: string;
  changes: Change[];
  requestId: string;
  saveAction: string;
  editAction: string;
  /** What stands between the title and the form. */
  children?: ReactNode;
}) {
  const questions = (
    <>
      {alike && <SameAddressQuestion alike={alike} />}
      <PresenceNote chosen={presence} />
    </>
  );
  const onCall = presence === "phone";
  return (
    <>
      <ErrorSummary errors={errorsByName(errors)} />
      <PageTitle caption={caption} intro={onCall ? m.checks_read_back_intro() : m.desk_check_intro()}>{onCall ? m.checks_read_back_title() : m.account_check_title()}</PageTitle>
      {children}
      <div className="max-w-3xl">
        {onCall
          ? <ReadBackForm {...form} items={items} ticked={ticked} errors={errors} spokenIn={spokenIn}>{questions}</ReadBackForm>
          : <CheckForm {...form} rows={rows}>{questions}</CheckForm>}
      </div>
    </>
  );
}
