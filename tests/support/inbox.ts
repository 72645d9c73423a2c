import type { Product } from "./product.ts";

export interface ReceivedMail {
  id: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  created_at: string;
}

/** The mails that an address has got, oldest first. */
export async function mailsTo(product: Pick<Product, "inboxUrl">, address: string): Promise<ReceivedMail[]> {
  const answer = await fetch(`${product.inboxUrl}/emails`, { headers: { authorization: "Bearer re_test" } });
  const { data } = (await answer.json()) as { data: ReceivedMail[] };
  return data.filter((mail) => mail.to.includes(address));
}

/** Waits for the next mail to an address after `seen` earlier ones. */
export async function nextMail(product: Pick<Product, "inboxUrl">, address: string, seen = 0): Promise<ReceivedMail> {
  const deadline = Date.now() + 25_000;
  while (Date.now() < deadline) {
    const mail = (await mailsTo(product, address))[seen];
    if (mail) return mail;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error(`No mail has come to ${address}`);
}

/** The code of eight digits in a mail, on a line of its own; phone numbers may have as many. */
export const codeLine = /^\s*(\d{8})\s*$/m;

export function codeIn(mail: ReceivedMail): string {
  const code = codeLine.exec(mail.text)?.[1];
  if (!code) throw new Error(`The mail «${mail.subject}» carries no code`);
  return code;
}
