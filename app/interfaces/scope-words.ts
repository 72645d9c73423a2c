import { m } from "~/i18n/messages";
import type { TokenScope } from "./token-scopes";

/** What a token is for, in the reader's words. */
export const scopeWords: Record<TokenScope, () => string> = {
  changes: m.interfaces_scope_changes,
  metrics: m.interfaces_scope_metrics,
};
