import type { DetailKind } from "~/contact-details/contact-detail.schema";

/** The place of a detail on the form, so that "change" beside a card leads right to it. */
export function editAnchor({ id, kind }: { id: string; kind: DetailKind }): string {
  return `${kind}-${id.slice(0, 8)}`;
}
