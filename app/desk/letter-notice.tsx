import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";

const words: Record<string, () => string> = {
  ordered: m.access_desk_letter_ordered,
  has_login: m.access_desk_letter_has_login,
  address_unfit: m.access_desk_letter_address_unfit,
  limited: m.access_desk_letter_limited,
};

/** What became of the letter with an activation code that was just ordered; nothing without an order. */
export function LetterNotice({ outcome }: { outcome: string | null }) {
  const told = outcome === null ? undefined : words[outcome];
  return told ? <Notice live tone={outcome === "ordered" ? "success" : "warning"} title={told()} /> : null;
}
