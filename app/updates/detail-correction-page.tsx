import type { ReactNode } from "react";
import type { DetailKind } from "~/contact-details/contact-detail";
import { kindLabel } from "~/contact-details/labels";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { Checkbox, RadioGroup } from "~/ui/choice";
import type { Option } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import type { DetailCorrection } from "./detail-correction.server";
import { DetailEditor } from "./detail-fields";
import { presenceName } from "./presence";
import { PresenceChoice } from "./presence-choice";

/** One detail of a record, or one to add, as an agent types it while the customer is there. */
export function DetailCorrectionPage({ caption, title, intro, checked, form, presence, unchanged, planGone, removal, calledOff, children, ...editor }: DetailCorrection & {
  caption: string;
  title: string;
  intro?: string;
  /** Whether the agent's check of the caller is passed. */
  checked: boolean;
  action: string;
  back: string;
  locale: Locale;
  countries: Option[];
  days: { first: string; last: string };
  /** What stands between the title and the form. */
  children: ReactNode;
}) {
  const below = calledOff === null
    ? removal && <RemovalChoice {...removal} kind={form.field.kind} />
    : <Checkbox label={m.account_move_cancel()} hint={m.account_move_cancel_hint()} name="call_off" defaultChecked={calledOff} />;
  return (
    <>
      <PageTitle caption={caption} intro={planGone ? undefined : intro}>{title}</PageTitle>
      {unchanged && <Notice live title={m.account_nothing_changed()} />}
      {planGone && <Notice live tone="warning" title={m.desk_plan_gone()} />}
      {children}
      <DetailEditor {...editor} by="staff" form={form} dayRequired={calledOff !== null} below={below}>
        <PresenceChoice chosen={presence} checked={checked} error={form.errors[presenceName]} />
      </DetailEditor>
    </>
  );
}

function RemovalChoice({ kind, chosen, belongings, withThem }: NonNullable<DetailCorrection["removal"]> & { kind: DetailKind }) {
  return (
    <>
      <Checkbox label={m.account_remove_detail({ detail: kindLabel(kind) })} name="remove" defaultChecked={chosen} />
      {belongings > 0 && (
        <RadioGroup
          label={m.account_removal_question({ count: belongings })}
          name="belongings"
          choices={[{ value: "keep", label: m.account_removal_keep() }, { value: "remove", label: m.account_removal_remove() }]}
          defaultValue={withThem ? "remove" : "keep"}
        />
      )}
    </>
  );
}
