import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { getLocale } from "~/i18n/locale";
import { pdfAnswer } from "~/letters/pdf-answer.server";
import { renderLetter } from "~/letters/print.server";
import { readReceipt } from "~/letters/receipt.server";
import { actorSeen } from "~/mail/actor-seen";
import { parameter } from "~/parameter";

/** A receipt as the letter that it is or would be, in the reader's language; a copy carries no code. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { update, address, customer } = await readReceipt(db, parameter(params, "customer"), parameter(params, "reference"));
  const { reference, occurredAt, channel, actor, actorName, items } = update;
  const locale = getLocale();
  const name = customer.name ?? "";
  const pdf = await renderLetter({
    locale,
    recipient: { name, address },
    accountNumber: customer.accountNumber,
    date: occurredAt,
    letter: { kind: "receipt", locale, reference, occurredAt, channel, actor: actorSeen(actor), actorName, recipientName: name, items, objection: null },
  });
  return pdfAnswer(pdf, `receipt-${reference}`);
}
