import express from "express";
import type { RequestHandler } from "express";

/** Forms are small; uploads of staff will have a limit of their own. */
const limit = 1_048_576;

const read = express.raw({ type: () => true, limit, inflate: false });

/**
 * Reads the whole body into `request.body`, at most 1 MB, whether its length was announced or not; more is
 * answered with 413 by `answerErrors`.
 */
export const limitedBody: RequestHandler = (request, response, next) => {
  read(request, response, next);
};
