import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import postgres from "postgres";

interface Address {
  host: string[];
  port: number[];
}

/**
 * Connections of the owner for a seed: one for the rows, then one that fills search and two that build indexes. Their sockets send
 * at once: the few bytes that end a COPY would else wait 40 ms for the server's delayed acknowledgement, each time.
 */
export function seedConnection(databaseUrl: string): postgres.Sql {
  const options = { max: 3, onnotice: () => undefined, socket };
  return postgres(databaseUrl, options);
}

async function socket({ host: [host], port: [port] }: Address): Promise<Socket> {
  const opened = connect({ host, port: port ?? 5432, noDelay: true });
  await once(opened, "connect");
  return opened;
}
