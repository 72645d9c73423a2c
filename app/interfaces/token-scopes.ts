/** What a token lets another system do. */
export const tokenScopes = ["changes", "metrics"] as const;
export type TokenScope = (typeof tokenScopes)[number];
