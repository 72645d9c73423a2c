import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SeedChunk, SeedPlan } from "./chunks.ts";

/** Chunks are made this far ahead of whoever reads them. */
const ahead = 60;

/** What `seedChunks` gives, made in another thread while the database is busy with the chunks before. */
export function chunksInThread(plan: SeedPlan): AsyncIterable<SeedChunk> & AsyncDisposable {
  const worker = new Worker(new URL("chunk-worker.ts", import.meta.url), { workerData: plan });
  return {
    [Symbol.asyncIterator]: () => readAhead(worker),
    [Symbol.asyncDispose]: async () => { await worker.terminate(); },
  };
}

async function* readAhead(worker: Worker): AsyncGenerator<SeedChunk> {
  const waiting: (SeedChunk | null)[] = [];
  worker.on("message", (chunk: SeedChunk | null) => { waiting.push(chunk); });
  const ask = () => { worker.postMessage("next", []); };
  for (let asked = 0; asked < ahead; asked++) ask();
  for (;;) {
    // An error in the thread is thrown here: `once` rejects on "error".
    while (waiting.length === 0) await once(worker, "message");
    const chunk = waiting.shift();
    if (!chunk) return;
    yield chunk;
    ask();
  }
}
