import { setTimeout as sleep } from "node:timers/promises";
import type { Product } from "./product.ts";

/** Milliseconds that a mail may take on a machine that is busy with all the other tests. */
const PATIENCE = 40_000;

export interface ReceivedMail {
  id: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  created_at: string;
}

/** The mails that an address has got, oldest first. */
export async function mailsTo({ inboxUrl }: Pick<Product, "inboxUrl">, address: string): Promise<ReceivedMail[]> {
  const answer = await fetch(`${inboxUrl}/emails`, { headers: { authorization: "Bearer re_test" } });
  const { data } = (await answer.json()) as { data: ReceivedMail[] };
  return data.filter((mail) => mail.to.includes(address));
}

/**
 * Waits for the next mail to an address after `seen` earlier ones. The inbox can only tell everything it has, so where
 * it holds much it is asked again only when what `news` returns has changed.
 */
export async function nextMail(product: Pick<Product, "inboxUrl">, address: string, seen = 0, news: () => Promise<unknown> = () => Promise.resolve(Symbol("news"))): Promise<ReceivedMail> {
  const deadline = Date.now() + PATIENCE;
  let known: unknown;
  while (Date.now() < deadline) {
    const latest = await news();
    const mail = latest === known ? undefined : (await mailsTo(product, address))[seen];
    if (mail) return mail;
    known = latest;
    await sleep(100);
  }
  throw new Error(`No mail has come to ${address}`);
}

/** The line with a code; a phone number may have eight digits too, but never a line of its own. */
export const codeLine = /^\s*(\d{8})\s*$/m;

/** The code in a mail. */
export function codeIn(mail: ReceivedMail): string {
  const code = codeLine.exec(mail.text)?.[1];
  if (!code) throw new Error(`The mail «${mail.subject}» carries no code`);
  return code;
}

/** Waits for a mail to an address by its subject. */
export async function mailCalled(product: Pick<Product, "inboxUrl">, address: string, subject: string): Promise<ReceivedMail> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const mail = (await mailsTo(product, address)).find((one) => one.subject === subject);
    if (mail) return mail;
    await sleep(250);
  }
  throw new Error(`No mail «${subject}» has come to ${address}`);
}
