import { maskValue } from "~/contact-details/mask";
import { siteUrl } from "~/env.server";
import { paths } from "~/paths";
import type { Mail } from "~emails/index";
import { actorSeen } from "./actor-seen";
import { firstDay } from "./first-day";
import { linkPage } from "./link-page.server";
import type { Claimed } from "./outbox.schema";

/**
 * The mail that a claimed row stands for, or null when there is nothing left to say. The same row gives the same mail
 * at every try. Codes are Auth's to send.
 */
export function compose(claimed: Exclude<Claimed, { kind: "code" }>): Mail | null {
  const { locale } = claimed;
  switch (claimed.kind) {
    case "receipt": {
      const { actor, linkId, linkDoes, validUntil, ...rest } = claimed.content;
      if (rest.items.length === 0) return null;
      const objection = linkId && linkDoes ? { does: linkDoes, url: siteUrl() + linkPage(linkDoes, linkId), validUntil } : null;
      return { kind: "receipt", locale, ...rest, actor: actorSeen(actor), objection };
    }
    case "change_announced": {
      const { actor, linkId, ...rest } = claimed.content;
      const from = firstDay(rest.items);
      return from ? { kind: "change_announced", locale, ...rest, actor: actorSeen(actor), from, stopUrl: siteUrl() + linkPage("stop", linkId) } : null;
    }
    case "email_changed": {
      const { linkId, old, new: changed, validUntil } = claimed.content;
      return {
        kind: "email_changed",
        locale,
        oldMasked: maskValue("email", old),
        newMasked: maskValue("email", changed),
        freezeUrl: siteUrl() + linkPage("freeze", linkId),
        validUntil,
      };
    }
    case "reminder": {
      const { recipientName, details, customerId, linkId, validUntil } = claimed.content;
      if (!details) return null;
      return {
        kind: "reminder",
        locale,
        recipientName,
        details: details.map(({ kind, label, value, confirmedAt }) =>
          ({ kind, label, masked: maskValue(kind, value), lastConfirmed: confirmedAt })),
        reviewUrl: siteUrl() + linkPage("review", linkId),
        validUntil,
        signInUrl: siteUrl() + paths.signIn(paths.review(customerId)),
      };
    }
    case "name_request_refused":
      return { kind: "name_request_answered", locale, accepted: false, newName: claimed.content.newName, reason: claimed.content.reason };
    case "member_invited": {
      const { to, open, ...rest } = claimed.content;
      return open ? { kind: "member_invited", locale, ...rest, email: to, signInUrl: siteUrl() + paths.signIn() } : null;
    }
    case "member_joined": {
      const { customerId, ...rest } = claimed.content;
      return { kind: "member_joined", locale, ...rest, peopleUrl: siteUrl() + paths.people(customerId) };
    }
    case "member_removed":
      return { kind: "member_removed", locale, ...claimed.content };
    case "concern_received":
    case "concern_answered": {
      const { customerId, to: _, ...content } = claimed.content;
      return { kind: claimed.kind, locale, ...content, concernUrl: siteUrl() + paths.concern(customerId, content.reference) };
    }
    case "erased":
      return { kind: "erased", locale, accountNumber: claimed.content.accountNumber, erasedOn: claimed.content.erasedOn };
    case "sign_in_released":
      return { kind: "sign_in_released", locale, recipientName: claimed.content.recipientName, emailMasked: maskValue("email", claimed.content.email), signInUrl: siteUrl() + paths.signIn() };
    case "staff_invited": {
      const { to, open, ...rest } = claimed.content;
      return open ? { kind: "staff_invited", locale, ...rest, email: to, signInUrl: siteUrl() + paths.signIn(paths.desk()) } : null;
    }
    case "webhook_off": {
      const { recipientName, endpointId, endpointName, reason } = claimed.content;
      return { kind: "webhook_off", locale, recipientName, endpointName, reason, endpointUrl: siteUrl() + paths.webhook(endpointId) };
    }
  }
}
