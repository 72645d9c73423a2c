import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import type { UpdateProps } from "./update-props";

/** How an update reached us, as its recipient reads it: "You changed it online". */
export function howItReachedUs({ actor, channel, locale }: Pick<UpdateProps, "actor" | "channel" | "locale">): string {
  return actor === "you" ? m.mail_receipt_how_you({ channel }, { locale }) : m.mail_receipt_how_other({ channel }, { locale });
}

/** Who entered an update that the recipient did not make: a name, or the link that was used. */
export function whoEnteredIt({ actor, actorName, locale }: Pick<UpdateProps, "actor" | "actorName" | "locale">): string {
  if (actor === "link") return m.mail_receipt_by_link({}, { locale });
  if (actor === "colleague") return actorName ?? m.mail_receipt_by_colleague({}, { locale });
  return actorName ? `${actorName}, ${company.name}` : company.name;
}
