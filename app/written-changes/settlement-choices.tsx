import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink, ButtonRow } from "~/ui/button";

/** Ways on for the third person: fill the form with what one of the two keyed, or reject the sheet. */
export function SettlementChoices({ id, people }: { id: string; people: string[] }) {
  return (
    <div className="mb-(--gap)">
      <ButtonRow>
        {people.map((person, at) => (
          <ButtonLink key={person} variant="secondary" preventScrollReset to={`${paths.writtenChangeSettlement(id)}?take=${at + 1}`}>
            {m.paper_take({ person })}
          </ButtonLink>
        ))}
        <ButtonLink variant="quiet" to={paths.writtenChangeRejection(id)}>{m.paper_reject_link()}</ButtonLink>
      </ButtonRow>
    </div>
  );
}
