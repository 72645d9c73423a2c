import { errorTrace } from "../../app/error-trace.server.ts";

/**
 * Why Kartei does not start or goes on no longer, in one sentence for whoever started it.
 * It is printed as it is; any other error is a bug, of which the trace is printed, without its message.
 */
export class StartError extends Error {
  override name = "StartError";
}

/**
 * Runs a command's main function and ends the process with code 0, or with 1 after printing what was thrown.
 * Nothing that is still open, such as the channel to a parent, keeps it alive.
 */
export async function runMain(main: () => Promise<void>): Promise<never> {
  process.once("uncaughtException", fail);
  try {
    await main();
  } catch (error) {
    fail(error);
  }
  process.exit(0);
}

// Node itself would print an error with all that hangs on it, such as a statement's parameters.
function fail(error: unknown): never {
  const trace = { time: new Date().toISOString(), what: "error", ...errorTrace(error) };
  console.error(error instanceof StartError ? `Kartei: ${error.message}` : JSON.stringify(trace));
  process.exit(1);
}

/** What an unknown thrown value says about itself, in short; where it wraps another error, that one. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  // Errors of several addresses tried at once have only a code.
  return error.message || ("code" in error ? String(error.code) : error.name);
}
