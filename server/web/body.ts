import express from "express";
import type { RequestHandler } from "express";

/** Forms are small. */
const limit = 1_048_576;

const read = express.raw({ type: () => true, limit, inflate: false });

/** Where staff upload files: the route reads the body piece by piece as it comes, after it knows who sends it, and has a limit of its own. */
const uploads = /^\/desk\/admin\/imports(?:\.data)?$/;

/**
 * Reads the whole body into `request.body`, at most 1 MB, whether its length was announced or not; more is
 * answered with 413 by `answerErrors`. The body of an upload is left unread.
 */
export const limitedBody: RequestHandler = (request, response, next) => {
  if (uploads.test(request.path)) next();
  else read(request, response, next);
};
