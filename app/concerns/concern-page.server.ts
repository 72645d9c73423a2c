import { getLocale } from "~/i18n/locale";
import { longDay } from "~/i18n/times";
import { departmentWord } from "~/staff/department";
import type { Department } from "~/staff/department.schema";
import type { Concern, Message } from "./concern.schema";
import { viewConcern, viewDeskConcern, viewMessage } from "./concern-view.server";
import type { DeskConcern } from "./desk-concerns.server";

/** A concern made ready for its customer's page. */
export function viewConcernPage(concern: Concern, messages: Message[], supervisorBy: string | null) {
  return {
    ...viewConcern(concern),
    site: concern.site,
    department: departmentWord(concern.department),
    messages: messages.map(viewMessage),
    mayEscalate: concern.kind === "complaint" && concern.escalatedAt === null,
    supervisorBy: supervisorBy && longDay(supervisorBy, getLocale()),
    isClosed: concern.state === "closed",
  };
}
export type ConcernPageView = ReturnType<typeof viewConcernPage>;

/** A concern made ready for the desk; `now` tells its age. */
export function viewDeskConcernPage(concern: DeskConcern & { mine: boolean }, messages: Message[], departments: Department[], now: Date) {
  return {
    ...viewDeskConcern(concern, now),
    site: concern.site,
    aboutInvoice: concern.aboutInvoice,
    mine: concern.mine,
    departmentCode: concern.department.code,
    departments: departments.map((one) => ({ code: one.code, label: departmentWord(one) })),
    messages: messages.map(viewMessage),
    isClosed: concern.state === "closed",
  };
}
export type DeskConcernPageView = ReturnType<typeof viewDeskConcernPage>;
