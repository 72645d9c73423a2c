import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { Channel, DetailKind } from "./contact-detail";

// Messages are named one by one: looked up by a composed key, all of them would go to the browser.

/** "Billing address", in the request's language or in `locale`. */
export function kindLabel(kind: DetailKind, locale?: Locale): string {
  return kindLabels[kind]({}, { locale });
}

/** What a card, a row or a page of one detail is called: "Phone · Reception"; in the request's language or in `locale`. */
export function detailHeading(kind: DetailKind, label: string | null | undefined, locale?: Locale): string {
  return [kindLabel(kind, locale), label].filter(Boolean).join(" · ");
}

/** A channel as a heading or a column names it: "In person". */
export function channelLabel(channel: Channel, locale?: Locale): string {
  return channelLabels[channel]({}, { locale });
}

/** A channel as the end of a sentence: "by phone", "on an invoice". */
export function channelPhrase(channel: Channel, locale?: Locale): string {
  return channelPhrases[channel]({}, { locale });
}

type Message = (inputs: Record<string, never>, options: { locale?: Locale }) => string;

const kindLabels: Record<DetailKind, Message> = {
  name: m.details_kind_name,
  billing_address: m.details_kind_billing_address,
  shipping_address: m.details_kind_shipping_address,
  phone: m.details_kind_phone,
  fax: m.details_kind_fax,
  email: m.details_kind_email,
};

const channelLabels: Record<Channel, Message> = {
  online: m.details_channel_online,
  phone: m.details_channel_phone,
  invoice: m.details_channel_invoice,
  form: m.details_channel_form,
  letter: m.details_channel_letter,
  fax: m.details_channel_fax,
  email: m.details_channel_email,
  chat: m.details_channel_chat,
  in_person: m.details_channel_in_person,
  import: m.details_channel_import,
};

const channelPhrases: Record<Channel, Message> = {
  online: m.details_via_online,
  phone: m.details_via_phone,
  invoice: m.details_via_invoice,
  form: m.details_via_form,
  letter: m.details_via_letter,
  fax: m.details_via_fax,
  email: m.details_via_email,
  chat: m.details_via_chat,
  in_person: m.details_via_in_person,
  import: m.details_via_import,
};
