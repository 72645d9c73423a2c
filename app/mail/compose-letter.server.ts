import { activationCode, activationCodeHash } from "~/access/activation-code.server";
import { maskValue } from "~/contact-details/mask";
import { siteUrl } from "~/env.server";
import { paths } from "~/paths";
import { typableCodeHash } from "~/typable-code.server";
import type { Letter } from "~letters/index";
import type { TypedLink } from "~letters/parts/props";
import type { ClaimedLetter } from "./letter.schema";
import { actorSeen } from "./actor-seen";
import { firstDay } from "./first-day";
import { linkCode, linkToken, tokenHash } from "./link-token.server";

/** What the database keeps of what a letter lets its holder do. */
export type LetterHashes = { letter: string; tokenHash: string | null; codeHash: string };

/** The letter that a claimed row stands for. The same row gives the same letter each time. */
export function composeLetter(claimed: ClaimedLetter): Letter {
  const { locale, link } = claimed;
  switch (claimed.kind) {
    case "receipt": {
      const { actor, ...rest } = claimed.content;
      const objection = link && (link.purpose === "undo" || link.purpose === "freeze") ? { does: link.purpose, link: typedLink(link.id) } : null;
      return { kind: "receipt", locale, ...rest, actor: actorSeen(actor), objection };
    }
    case "change_announced": {
      const { reference, recipientName, items } = claimed.content;
      const from = firstDay(items);
      if (!from) throw new Error("an announcement has a day");
      return { kind: "change_announced", locale, recipientName, reference, from, items, stop: link && typedLink(link.id) };
    }
    case "email_changed":
      return { kind: "email_changed", locale, newMasked: maskValue("email", claimed.content.new), freeze: link && typedLink(link.id) };
    case "reminder": {
      const { recipientName, details } = claimed.content;
      return {
        kind: "reminder",
        locale,
        recipientName,
        details: details.map(({ kind, label, value, confirmedAt }) => ({ kind, label, masked: maskValue(kind, value), lastConfirmed: confirmedAt })),
        review: link && typedLink(link.id),
      };
    }
    case "activation_code": {
      const { activationId, accountNumber } = claimed.content;
      const url = siteUrl() + paths.activate();
      return { kind: "activation_code", locale, accountNumber, activate: { url, page: withoutScheme(url), code: activationCode(activationId) } };
    }
    case "sign_in_opened": {
      const { recipientName, email, openedAt } = claimed.content;
      return { kind: "sign_in_opened", locale, recipientName, masked: maskValue("email", email), openedAt };
    }
    case "erased":
      return { kind: "erased", locale, accountNumber: claimed.content.accountNumber, erasedOn: claimed.content.erasedOn };
    case "concern_received":
    case "concern_answered": {
      const { recipientName, reference, subject, text } = claimed.content;
      return { kind: claimed.kind, locale, recipientName, reference, subject, answer: claimed.kind === "concern_answered" ? text : null };
    }
  }
}

/** What the database has to know before the letter works; null where it lets nobody do anything. */
export function letterHashes(claimed: ClaimedLetter): LetterHashes | null {
  const { id, link } = claimed;
  if (claimed.kind === "activation_code") return { letter: id, tokenHash: null, codeHash: activationCodeHash(activationCode(claimed.content.activationId)) };
  return link && { letter: id, tokenHash: tokenHash(linkToken(link.id)), codeHash: typableCodeHash(linkCode(link.id)) };
}

function typedLink(linkId: string): TypedLink {
  const code = linkCode(linkId);
  return { url: siteUrl() + paths.shortLink(code), page: withoutScheme(siteUrl() + paths.typedCode()), code };
}

// As people type addresses.
function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, "");
}
