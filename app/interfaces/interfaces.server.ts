import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { hashOfToken, makeToken } from "~/make-token.server";
import { endpointSchema } from "~/webhooks/endpoint.schema";
import { accessTokenSchema } from "./access-token.schema";
import type { TokenDraft } from "./token-form.server";

const overviewSchema = z.object({ me: meSchema, tokens: z.array(accessTokenSchema), endpoints: z.array(endpointSchema) });

/** The tokens (live ones first) and the webhooks there are; for admins. */
export function readInterfaces(db: Db) {
  return db.call("interfaces_overview", {}, overviewSchema);
}

/** Makes a token and returns it; from then on only its hash is known. */
export async function createToken(db: Db, { name, scope }: TokenDraft): Promise<string> {
  const token = makeToken();
  await db.call("create_token", { name, scope, token_hash: hashOfToken(token) }, z.uuid());
  return token;
}

/** Lets the bearers of a token in no more. */
export async function revokeToken(db: Db, token: string): Promise<void> {
  await db.call("revoke_token", { token }, z.null());
}
