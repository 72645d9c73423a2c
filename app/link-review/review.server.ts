import type { Db } from "~/db/client.server";
import { formText } from "~/form-text";
import { parseJson } from "~/parse-json";
import { type Answers, answeredSchema, answersSchema, type ReviewLink, reviewSchema } from "./review.schema";

/** What a reminder's link asks about, or what was done with it. Opening it changes nothing. */
export function readReview(db: Db, link: string, token: string): Promise<ReviewLink> {
  return db.call("review_link", { link, token }, reviewSchema);
}

/** Saves the one answer that a link takes. */
export async function answerReview(db: Db, link: string, token: string, { confirmed, corrected }: Answers) {
  const { status } = await db.call("answer_review", { link, token, confirmed, corrected }, answeredSchema);
  return status;
}

/** The answers that the check page and the page of confirmations carry along; throws 400 where no form of ours made them. */
export function readAnswers(form: FormData): Answers {
  const { data } = answersSchema.safeParse(parseJson(formText(form, "answers")));
  if (!data) throw new Response(null, { status: 400 });
  return data;
}
