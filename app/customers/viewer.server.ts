import type { Viewer } from "~/contact-details/detail-view";
import { getLocale } from "~/i18n/locale";
import type { Head } from "./head.schema";

/** The customer as a reader of their own details, now. */
export function viewerOf({ customer }: Pick<Head, "customer">): Viewer {
  return { locale: getLocale(), country: customer.country, now: new Date(), reader: "customer" };
}
