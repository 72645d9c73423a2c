import type { Detail } from "~/contact-details/detail.schema";
import type { Change } from "./update.schema";

/** The removal of a detail, first, and of what belongs to it the parting from it. */
export function removalOf(detail: Detail, belongings: Detail[]): Change[] {
  const siteSeen = { id: detail.id, name: detail.label ?? "" };
  return [
    removed(detail),
    ...belongings.map(({ id, kind, label, version, value }): Change =>
      ({ op: "change", detail: id, kind, label, version, seen: value, value, site: null, siteSeen })),
  ];
}

/** The same, or with what belongs to the detail removed as well. */
export function withBelongings([first, ...others]: Change[], removeThem: boolean): Change[] {
  return [...(first ? [first] : []), ...others.map((change): Change => (removeThem ? { ...change, op: "remove", value: undefined } : change))];
}

/** The calling off of what is planned for a detail: it stays what it is. */
export function cancellationOf({ id, kind, label, version, value }: Detail, upcoming: NonNullable<Detail["upcoming"]>): Change {
  return { op: "cancel", detail: id, kind, label, version, seen: upcoming.value, value, from: upcoming.from };
}

function removed({ id, kind, label, version, value }: Detail): Change {
  return { op: "remove", detail: id, kind, label, version, seen: value };
}
