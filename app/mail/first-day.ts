import type { UpdateItem } from "~/contact-details/contact-detail.schema";

/** The first day ahead on which something of an update counts; undefined where nothing is planned. */
export function firstDay(items: UpdateItem[]): string | undefined {
  return items.flatMap(({ from }) => from ?? []).toSorted()[0];
}
