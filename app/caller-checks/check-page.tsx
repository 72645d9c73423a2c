import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink, ButtonRow } from "~/ui/button";
import { PageTitle } from "~/ui/page-title";
import { CallerCheckPanel } from "./caller-check-panel";
import type { CheckAct, CheckView } from "./check-view";

/** The panel by itself, where an answer leads without scripts. */
export function CheckPage({ account, caption, check, act }: { account: string; caption: string; check: CheckView; act?: CheckAct }) {
  return (
    <>
      <PageTitle caption={caption}>{m.checks_title()}</PageTitle>
      <CallerCheckPanel account={account} check={check} act={act} open />
      <ButtonRow>
        <ButtonLink to={paths.record(account)}>{m.desk_to_record()}</ButtonLink>
        {check.state === "passed" && <ButtonLink variant="secondary" to={paths.correct(account)}>{m.desk_correct()}</ButtonLink>}
      </ButtonRow>
    </>
  );
}
