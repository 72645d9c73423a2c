import { getLocale } from "~/i18n/locale";
import { longDay, shortMoment } from "~/i18n/times";
import type { Rights } from "./rights.server";

/** The settings made ready for a page. */
export function viewRights({ you, wishes, hasMailbox, downloads, erasure }: Rights) {
  return {
    isOwner: you.role === "owner",
    wishes,
    hasMailbox,
    downloads: downloads.map(({ at, by, format }) => ({ at, when: shortMoment(at, getLocale()), by, format: format.toUpperCase() })),
    /** The day by which an open request is answered. */
    erasureOpen: erasure && erasure.outcome === null ? longDay(erasure.dueAt, getLocale()) : null,
    erasureRefused: erasure?.outcome === "refused" ? erasure.reason : null,
  };
}
export type RightsView = ReturnType<typeof viewRights>;
