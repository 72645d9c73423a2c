import { m } from "~/i18n/messages";
import { longDateTime } from "./dates";
import { Fact } from "./fact";
import { styles } from "./theme";
import { Typed } from "./typed";
import type { UpdateProps } from "./update-props";
import { howItReachedUs, whoEnteredIt } from "./update-words";

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
