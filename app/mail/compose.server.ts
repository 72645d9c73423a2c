import { maskValue } from "~/contact-details/mask";
import { siteUrl } from "~/env.server";
import { paths } from "~/paths";
import type { Mail } from "~emails/index";
import { linkToken } from "./link-token.server";
import type { Claimed } from "./outbox.schema";

/**
 * The mail that a claimed row stands for, or null when there is nothing left to say. The same row gives the same mail
 * at every try. Codes are Auth's to send.
 */
export function compose(claimed: Exclude<Claimed, { kind: "code" }>): Mail | null {
  const { locale } = claimed;
  switch (claimed.kind) {
    case "receipt": {
      const { actor, ...rest } = claimed.content;
      return { kind: "receipt", locale, ...rest, actor: actorSeen(actor) };
    }
    case "email_changed": {
      const { linkId, old, new: changed, validUntil } = claimed.content;
      return {
        kind: "email_changed",
        locale,
        oldMasked: maskValue("email", old),
        newMasked: maskValue("email", changed),
        freezeUrl: siteUrl() + paths.freeze(linkId, linkToken(linkId)),
        validUntil,
      };
    }
    case "reminder": {
      const { recipientName, details, customerId } = claimed.content;
      if (!details) return null;
      return {
        kind: "reminder",
        locale,
        recipientName,
        details: details.map(({ kind, label, value, confirmedAt }) =>
          ({ kind, label, masked: maskValue(kind, value), lastConfirmed: confirmedAt })),
        reviewUrl: siteUrl() + paths.review(customerId),
      };
    }
    case "name_request_refused":
      return { kind: "name_request_answered", locale, accepted: false, newName: claimed.content.newName, reason: claimed.content.reason };
  }
}

function actorSeen(actor: "you" | "customer" | "staff" | "import"): "you" | "colleague" | "staff" {
  if (actor === "you") return "you";
  return actor === "customer" ? "colleague" : "staff";
}
