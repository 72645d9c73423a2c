import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "./main.ts";

/** A TCP port of 127.0.0.1 that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  return (await tryPort(0, "127.0.0.1")).port;
}

/**
 * Throws a `StartError` when something listens on `port` and goes on doing so for 3 s, as long as the web server
 * of a killed Kartei may take to let go of it. `host` undefined means every address.
 */
export async function assertPortFree(port: number, host: string | undefined): Promise<void> {
  const deadline = Date.now() + 3000;
  let { error } = await tryPort(port, host);
  while (error === "EADDRINUSE" && Date.now() < deadline) {
    await sleep(200);
    ({ error } = await tryPort(port, host));
  }
  if (error === "EADDRINUSE") throw new StartError(`port ${port} is in use; set PORT to another one.`);
  if (error) throw new StartError(`PORT ${port} cannot be listened on (${error}).`);
}

function tryPort(port: number, host: string | undefined): Promise<{ port: number; error: string | null }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => { resolve({ port, error: error.code ?? error.message }); });
    server.listen({ port, host }, () => {
      const address = server.address();
      server.close(() => { resolve({ port: typeof address === "object" && address ? address.port : port, error: null }); });
    });
  });
}
