import { expect } from "@playwright/test";
import { codeIn, mailsTo, nextMail, type ReceivedMail } from "./inbox.ts";
import { useProduct } from "./product.ts";

/** The mailbox of the run's product, as the browser tests wait for what comes into it. */
export const inbox = { all, mail, code };

/** Every mail to an address, oldest first. */
async function all(address: string): Promise<ReceivedMail[]> {
  return mailsTo(await useProduct(), address);
}

/** Waits for a mail whose subject fits; the newest of them. */
async function mail(address: string, subject: RegExp): Promise<ReceivedMail> {
  const found = async () => (await all(address)).findLast((one) => subject.test(one.subject));
  await expect.poll(found, { message: `a mail to ${address} about ${String(subject)}`, timeout: 25_000 }).toBeDefined();
  return (await found()) as ReceivedMail;
}

/** The code in the mail that `ask` brings to an address. */
async function code(address: string, ask: () => Promise<unknown>): Promise<string> {
  const seen = (await all(address)).length;
  await ask();
  return codeIn(await nextMail(await useProduct(), address, seen));
}

/** The path of the first link in a mail that leads below `path` of the site; fails where there is none. */
export function linkIn({ subject, text }: ReceivedMail, path: string): string {
  const link = text.match(/https?:\/\/\S+/g)?.find((address) => new URL(address).pathname.startsWith(path));
  if (!link) throw new Error(`The mail «${subject}» has no link to ${path}`);
  const { pathname, search } = new URL(link);
  return pathname + search;
}
