import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import { longDateTime } from "./dates";
import { Fact } from "./fact";
import { styles } from "./theme";
import { Typed } from "./typed";
import type { UpdateProps } from "./update-props";

/** Reference, account, when, how and by whom. */
export function Particulars(props: UpdateProps) {
  const { reference, accountNumber, occurredAt, locale } = props;
  return (
    <>
      <Fact label={m.mail_receipt_reference({}, { locale })}><span style={styles.big}>{reference}</span></Fact>
      <Fact label={m.mail_receipt_account({}, { locale })}>{accountNumber}</Fact>
      <Fact label={m.mail_receipt_when({}, { locale })}>{longDateTime(occurredAt, locale)}</Fact>
      <Fact label={m.mail_receipt_how({}, { locale })}>{howItReachedUs(props)}</Fact>
      {props.actor === "you" ? null : (
        <Fact label={m.mail_receipt_by({}, { locale })}><Typed>{whoEnteredIt(props)}</Typed></Fact>
      )}
    </>
  );
}

function howItReachedUs({ actor, channel, locale }: UpdateProps): string {
  return actor === "you"
    ? m.mail_receipt_how_you({ channel }, { locale })
    : m.mail_receipt_how_other({ channel }, { locale });
}

function whoEnteredIt({ actor, actorName, locale }: UpdateProps): string {
  if (actor === "link") return m.mail_receipt_by_link({}, { locale });
  if (actor === "colleague") return actorName ?? m.mail_receipt_by_colleague({}, { locale });
  return actorName ? `${actorName}, ${company.name}` : company.name;
}
