import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { getLocale } from "~/i18n/locale";
import { armLetters, readPrintedEnvelopes } from "~/letters/letters.server";
import { pdfAnswer } from "~/letters/pdf-answer.server";
import { renderEnvelopes } from "~/letters/print.server";
import { composeLetter, letterHashes } from "~/mail/compose-letter.server";
import { claimedLetterSchema } from "~/mail/letter.schema";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Makes the PDF of a batch, as often as its printer asks; what its letters let people do works from here on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const batch = parameter(params, "batch");
  const envelopes = (await readPrintedEnvelopes(db, batch))
    .map(({ letters, ...envelope }) => ({ ...envelope, letters: letters.map((letter) => claimedLetterSchema.parse(letter)) }));
  const hashes = envelopes.flatMap(({ letters }) => letters.map(letterHashes)).filter((hash) => hash !== null);
  await armLetters(db, batch, hashes);
  const date = new Date().toISOString();
  const pdf = await renderEnvelopes(envelopes.map(({ accountNumber, name, address, locale, letters }) =>
    ({ accountNumber, recipient: { name, address }, locale, date, letters: letters.map(composeLetter) })), getLocale());
  return pdfAnswer(pdf, `letters-${batch.slice(0, 8)}`);
}

/** Reached by reloading: the button on the batch's page makes it anew. */
export function loader({ params }: ActionFunctionArgs) {
  return redirect(paths.letterBatch(parameter(params, "batch")));
}
