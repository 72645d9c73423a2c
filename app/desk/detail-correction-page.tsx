import { CallerCheckPanel } from "~/caller-checks/caller-check-panel";
import type { CheckView } from "~/caller-checks/check-view";
import type { DetailKind } from "~/contact-details/contact-detail";
import { kindLabel } from "~/contact-details/labels";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Checkbox, RadioGroup } from "~/ui/choice";
import type { Option } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import type { DetailCorrection } from "~/updates/detail-correction.server";
import { DetailEditor } from "~/updates/detail-fields";
import { presenceName } from "~/updates/presence";
import { PresenceChoice } from "~/updates/presence-choice";

/** One detail of a record, or one to add, as an agent types it while the customer is there. */
export function DetailCorrectionPage({ account, caption, title, caller, form, presence, unchanged, removal, ...editor }: DetailCorrection & {
  account: string;
  caption: string;
  title: string;
  caller: CheckView;
  action: string;
  locale: Locale;
  countries: Option[];
  days: { first: string; last: string };
}) {
  const error = form.errors[presenceName];
  return (
    <>
      <PageTitle caption={caption}>{title}</PageTitle>
      {unchanged && <Notice live title={m.account_nothing_changed()} />}
      <CallerCheckPanel account={account} check={caller} open={Boolean(error) && presence === "phone"} />
      <DetailEditor {...editor} by="staff" form={form} back={paths.record(account)} below={removal && <RemovalChoice {...removal} kind={form.field.kind} />}>
        <PresenceChoice chosen={presence} checked={caller.state === "passed"} error={error} />
      </DetailEditor>
    </>
  );
}

function RemovalChoice({ kind, chosen, belongings, withThem }: NonNullable<DetailCorrection["removal"]> & { kind: DetailKind }) {
  return (
    <>
      <Checkbox label={m.account_remove_detail({ detail: kindLabel(kind) })} name="remove" defaultChecked={chosen} />
      {belongings.length > 0 && (
        <RadioGroup
          label={m.account_removal_question({ count: belongings.length })}
          name="belongings"
          choices={[{ value: "keep", label: m.account_removal_keep() }, { value: "remove", label: m.account_removal_remove() }]}
          defaultValue={withThem ? "remove" : "keep"}
        />
      )}
    </>
  );
}
