import { parentPort, workerData } from "node:worker_threads";
import { type SeedChunk, type SeedPlan, seedChunks } from "./chunks.ts";

/** In a thread of its own: answers each message with the next chunk, and with null after the last. */
const chunks = seedChunks(workerData as SeedPlan);
parentPort?.on("message", () => {
  const next = chunks.next();
  const chunk: SeedChunk | null = next.done ? null : next.value;
  // Handed over, not copied.
  const buffers = Object.values(chunk?.texts ?? {}).map(({ buffer }) => buffer as ArrayBuffer);
  parentPort?.postMessage(chunk, buffers);
});
