import { getLocale } from "~/i18n/locale";
import { shortMoment } from "~/i18n/times";
import type { AccessToken } from "./access-token.schema";
import { scopeWords } from "./scope-words";
import type { TokenView } from "./token-table";

/** A token made ready for its list. */
export function viewToken({ id, name, scope, createdAt, createdBy, lastUsedAt, revokedAt }: AccessToken): TokenView {
  const locale = getLocale();
  return {
    id,
    name,
    scope: scopeWords[scope](),
    created: shortMoment(createdAt, locale),
    createdBy,
    lastUsed: lastUsedAt && shortMoment(lastUsedAt, locale),
    revoked: revokedAt && shortMoment(revokedAt, locale),
  };
}
