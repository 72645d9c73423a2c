import { type Db, publicDb } from "~/db/client.server";
import { hashOfToken } from "~/make-token.server";

/**
 * For routes that other systems call: the database, with the hash of the token that the request shows
 * (`Authorization: Bearer …`) for the route's own function to judge. Null where it shows none.
 */
export function readBearer(request: Request): { db: Db; tokenHash: string } | null {
  const token = /^Bearer +([\w.~+/-]{1,200}=*)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  return token === undefined ? null : { db: publicDb(request), tokenHash: hashOfToken(token) };
}
