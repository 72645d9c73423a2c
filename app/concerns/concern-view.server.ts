import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longMoment, shortDay, shortMoment } from "~/i18n/times";
import { departmentWord } from "~/staff/department";
import type { Concern, Message } from "./concern.schema";
import type { DeskConcern } from "./desk-concerns.server";
import { kindWord, stateTones, stateWord } from "./concern-words";

/** A concern made ready for a list. */
export function viewConcern({ reference, kind, subject, state, createdAt, movedAt, escalatedAt }: Concern) {
  return {
    reference,
    kind: kindWord(kind),
    subject: subject ?? m.concerns_erased(),
    state: stateWord(state),
    tone: stateTones[state],
    created: shortDay(createdAt, getLocale()),
    moved: shortMoment(movedAt, getLocale()),
    escalated: escalatedAt !== null,
  };
}
export type ConcernView = ReturnType<typeof viewConcern>;

/** A concern as the desk lists it; `now` tells its age. */
export function viewDeskConcern(concern: DeskConcern, now: Date) {
  return {
    ...viewConcern(concern),
    accountNumber: concern.accountNumber,
    customerName: concern.customerName ?? concern.accountNumber,
    department: departmentWord(concern.department),
    owner: concern.owner,
    age: age(concern.movedAt, now),
  };
}
export type DeskConcernView = ReturnType<typeof viewDeskConcern>;

/** What was written, made ready for a page: who, when, and the text. */
export function viewMessage({ text, at, by, name, shared }: Message) {
  return { text: text ?? m.concerns_erased(), when: longMoment(at, getLocale()), at, staff: by === "staff", who: by === "you" ? m.concerns_by_you() : name ?? "", shared };
}
export type MessageView = ReturnType<typeof viewMessage>;

function age(since: string, now: Date): string {
  const minutes = Math.max(1, Math.floor((now.getTime() - new Date(since).getTime()) / 60_000));
  const hours = Math.floor(minutes / 60);
  const words = new Intl.RelativeTimeFormat(getLocale(), { style: "short" });
  if (hours < 2) return words.format(-minutes, "minute");
  return hours < 48 ? words.format(-hours, "hour") : words.format(-Math.floor(hours / 24), "day");
}
