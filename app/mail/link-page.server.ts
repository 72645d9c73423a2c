import { paths } from "~/paths";
import { linkToken } from "./link-token.server";

const pages = { freeze: paths.freeze, undo: paths.undo, stop: paths.stop, review: paths.linkReview };

/** The page of a link's purpose, with its token. Only who has shown that they hold the link may be led there. */
export function linkPage(purpose: keyof typeof pages, linkId: string): string {
  return pages[purpose](linkId, linkToken(linkId));
}
