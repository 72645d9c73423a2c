import type { FetcherWithComponents } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import type { CheckKind } from "./check-kinds";
import type { CheckAct, CheckView } from "./check-view";
import { checkKindHint, checkKindLabel } from "./check-words";

type LinesProps = { account: string; check: CheckView; fetcher: FetcherWithComponents<CheckAct>; act?: CheckAct };

/** What can be asked, each on its line with a field; what was right has none any more. */
export function CheckLines({ account, check, fetcher, act }: LinesProps) {
  const locked = check.state === "locked";
  return (
    <>
      {check.kinds.length === 0 && <p className="py-1">{m.checks_nothing_to_ask()}</p>}
      <ul>
        {check.kinds.map(({ kind, points, answer }) => (
          <li key={kind} className="grid items-center gap-x-3 gap-y-1 border-t border-rule py-1 sm:grid-cols-[13rem_minmax(0,1fr)]">
            <span id={`caller-${kind}-label`}>
              {checkKindLabel(kind)} <span className="text-sm whitespace-nowrap text-ink-soft">{m.checks_counts({ count: points })}</span>
            </span>
            <div className="flex flex-wrap items-center gap-2">
              {answer === "right" || locked ? null : kind === "email_code"
                ? <CodeLine account={account} check={check} fetcher={fetcher} act={act} />
                : <AnswerForm account={account} kind={kind} fetcher={fetcher} act={act} />}
              <Mark answer={answer} />
            </div>
          </li>
        ))}
      </ul>
      {check.pinFrom && <p className="border-t border-rule py-1 text-sm text-ink-soft">{m.checks_pin_from({ day: check.pinFrom })}</p>}
    </>
  );
}

function AnswerForm({ account, kind, fetcher, act }: Omit<LinesProps, "check"> & { kind: CheckKind }) {
  const numeric = kind === "caller_pin" || kind === "email_code";
  return (
    <fetcher.Form method="post" action={paths.callerCheckAnswers(account)} noValidate className="flex items-center gap-2">
      <input type="hidden" name="kind" value={kind} />
      <input
        className="control w-36"
        name="answer"
        data-kind={kind}
        aria-labelledby={`caller-${kind}-label`}
        aria-invalid={act?.about === kind && !act.good ? true : undefined}
        placeholder={checkKindHint(kind)}
        inputMode={numeric ? "numeric" : undefined}
        defaultValue={act?.about === kind ? act.typed : undefined}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
      />
      <Button variant="secondary" aria-describedby={`caller-${kind}-label`}>{m.checks_compare()}</Button>
    </fetcher.Form>
  );
}

// First the mail, then the code from it.
function CodeLine({ account, check: { addresses, code }, fetcher, act }: LinesProps) {
  return (
    <>
      <fetcher.Form method="post" action={paths.callerCheckCodes(account)} className="flex flex-wrap items-center gap-2">
        {addresses.length === 1 ? (
          <><input type="hidden" name="address" value={addresses[0]} /><bdi className="break-all">{addresses[0]}</bdi></>
        ) : (
          <select className="control w-auto max-w-full" name="address" aria-label={m.checks_address()} defaultValue={code?.email}>
            {addresses.map((address) => <option key={address}>{address}</option>)}
          </select>
        )}
        <Button variant="secondary">{code ? m.checks_code_again() : m.checks_code_send()}</Button>
      </fetcher.Form>
      {code && (
        <>
          <span className="text-sm text-ink-soft">{m.checks_code_sent({ email: code.email, time: code.at })}</span>
          <AnswerForm account={account} kind="email_code" fetcher={fetcher} act={act} />
        </>
      )}
    </>
  );
}

function Mark({ answer }: { answer: "right" | "wrong" | null }) {
  if (!answer) return null;
  return answer === "right"
    ? <span className="font-semibold text-fresh"><span aria-hidden="true">✓</span> {m.checks_right()}</span>
    : <span className="font-semibold text-danger"><span aria-hidden="true">✗</span> {m.checks_wrong()}</span>;
}
