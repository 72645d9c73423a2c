import { type Db, publicDb } from "~/db/client.server";
import { answerTo } from "./guard.server";

/**
 * The first line of every route that a signed link opens, and its way to the database: the link and its token are what
 * each of its functions judges. What the database refuses (404, 410, …) becomes the page's status.
 */
export function linkDb(request: Request): { db: Db } {
  const { call } = publicDb(request);
  return {
    db: {
      call: (name, args, answer) => call(name, args, answer).catch((error: unknown) => {
        throw answerTo(error, request);
      }),
    },
  };
}
