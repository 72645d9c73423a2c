import { z } from "zod";
import { tokenScopes } from "./token-scopes";

const moment = z.iso.datetime({ offset: true });

/** A token as its list shows it; the token itself nobody can show again. */
export const accessTokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  scope: z.enum(tokenScopes),
  createdAt: moment,
  /** Null for one made by a command on the server. */
  createdBy: z.string().nullable(),
  lastUsedAt: moment.nullable(),
  revokedAt: moment.nullable(),
});
export type AccessToken = z.infer<typeof accessTokenSchema>;
