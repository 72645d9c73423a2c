import { Refusal } from "~/db/refusal";
import { paths } from "~/paths";

/** Where a batch's printer goes on: the list of letters, which tells how many were settled, or that somebody was quicker. */
export async function settled(outcome: "sent" | "returned", settling: Promise<number>): Promise<string> {
  try {
    return `${paths.letters()}?${outcome}=${await settling}`;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "letters_are_settled") throw error;
    return `${paths.letters()}?settled`;
  }
}
