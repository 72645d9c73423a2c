import type { FetcherWithComponents } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import type { CallerCheck } from "./caller-check.schema";
import type { CheckAct } from "./check-view";

/** A supervisor's word: whose check passes, and why. */
export function OverrideForm({ account, override: { from, agents }, fetcher, act }: {
  account: string;
  override: NonNullable<CallerCheck["override"]>;
  fetcher: FetcherWithComponents<CheckAct>;
  act?: CheckAct;
}) {
  const able = agents.filter(({ points }) => points >= from);
  if (able.length === 0) return <p className="border-t border-rule py-1 text-sm text-ink-soft">{m.checks_override_from({ count: from })}</p>;
  const wrong = act?.about === "override" && !act.good;
  return (
    <fetcher.Form method="post" action={paths.callerCheckOverride(account)} noValidate className="flex flex-wrap items-center gap-2 border-t border-rule py-1">
      <span className="flex flex-wrap items-center gap-2">
        <label htmlFor="override-agent">{m.checks_override_for()}</label>
        <select id="override-agent" name="agent" className="control w-auto">
          {able.map(({ id, name, points }) => <option key={id} value={id}>{m.checks_override_agent({ name, points })}</option>)}
        </select>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        <label htmlFor="override-reason">{m.checks_override_reason()}</label>
        <input id="override-reason" name="reason" className="control w-72" maxLength={500} autoComplete="off" defaultValue={act?.about === "override" ? act.typed : undefined} aria-invalid={wrong ? true : undefined} />
      </span>
      <Button variant="secondary">{m.checks_override()}</Button>
    </fetcher.Form>
  );
}
