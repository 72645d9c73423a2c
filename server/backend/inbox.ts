import { createEmulator } from "emulate";
import { StartError } from "../run/main.ts";

/** Stands in for Resend: takes mails through its API and shows them on a page. */
export interface Inbox extends AsyncDisposable {
  /** The base of the API. */
  url: string;
  /** The page with the mails. */
  pageUrl: string;
}

/** Starts the inbox on 127.0.0.1; its mails live in memory. */
export async function startInbox(port: number): Promise<Inbox> {
  const url = `http://localhost:${port}`;
  const emulator = await createEmulator({ service: "resend", port, baseUrl: url }).catch(() => {
    throw new StartError(`INBOX_PORT ${port} is in use; set another one.`);
  });
  return {
    url,
    pageUrl: `${url}/inbox`,
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}
