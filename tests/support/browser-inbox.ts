import { expect } from "@playwright/test";
import { codeIn, mailsTo, nextMail, type ReceivedMail } from "./inbox.ts";
import type { Product } from "./product.ts";

/** The demo's mailbox, as the browser tests wait for what comes into it. */
export function createInbox(product: Product) {
  /** Every mail to an address, oldest first. */
  const all = (address: string): Promise<ReceivedMail[]> => mailsTo(product, address);

  /** Waits for a mail whose subject fits; the newest of them. */
  const mail = async (address: string, subject: RegExp): Promise<ReceivedMail> => {
    const found = async () => (await all(address)).findLast((one) => subject.test(one.subject));
    await expect.poll(found, { message: `a mail to ${address} about ${String(subject)}`, timeout: 15_000 }).toBeDefined();
    return (await found()) as ReceivedMail;
  };

  /** The code in the mail that `ask` brings to an address. */
  const code = async (address: string, ask: () => Promise<unknown>): Promise<string> => {
    const seen = (await all(address)).length;
    await ask();
    return codeIn(await nextMail(product, address, seen));
  };

  return { all, mail, code };
}

export type Inbox = ReturnType<typeof createInbox>;

/** The path of the first link in a mail that leads below `path` of the site; fails where there is none. */
export function linkIn({ subject, text }: ReceivedMail, path: string): string {
  const link = text.match(/https?:\/\/\S+/g)?.find((address) => new URL(address).pathname.startsWith(path));
  if (!link) throw new Error(`The mail «${subject}» has no link to ${path}`);
  const { pathname, search } = new URL(link);
  return pathname + search;
}
