import { m } from "~/i18n/messages";
import { Checkbox, RadioGroup } from "~/ui/choice";
import { type Alike, alikeName, alsoName, alsoThis } from "./same-address";

/** Asks whether addresses that said the same change too. Nothing does unless somebody says so. */
export function SameAddressQuestion({ alike: { changes, headings, also, ticked } }: { alike: Alike }) {
  const [first, ...more] = headings;
  const several = more.length > 0;
  const yes = several
    ? [{ value: "all", label: m.account_same_all(), hint: m.account_same_listed({ list: headings.join(", ") }) }, { value: "some", label: m.account_same_some() }]
    : [{ value: "all", label: m.account_same_one({ detail: first ?? "" }) }];
  return (
    <>
      <input type="hidden" name={alikeName} value={JSON.stringify(changes)} />
      <RadioGroup
        label={m.account_same_question({ count: headings.length })}
        name={alsoName}
        choices={[{ value: "none", label: m.account_same_no() }, ...yes]}
        defaultValue={also ?? "none"}
        required
      />
      {several && (
        <div className="-mt-5 mb-(--gap) ml-9 *:mb-0">
          {changes.map(({ detail }, at) => detail && <Checkbox key={detail} label={headings[at] ?? ""} name={alsoThis(detail)} defaultChecked={ticked?.includes(detail)} />)}
        </div>
      )}
    </>
  );
}
