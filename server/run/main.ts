/**
 * Why Kartei does not start or goes on no longer, in one sentence for whoever started it.
 * It is printed without a stack; any other error is a bug and keeps its stack.
 */
export class StartError extends Error {
  override name = "StartError";
}

/**
 * Runs a command's main function and ends the process with code 0, or with 1 after printing what was thrown.
 * Nothing that is still open, such as the channel to a parent, keeps it alive.
 */
export async function runMain(main: () => Promise<void>): Promise<never> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof StartError ? `Kartei: ${error.message}` : error);
    process.exit(1);
  }
  process.exit(0);
}

/** What an unknown thrown value says about itself, in short; where it wraps another error, that one. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  // Errors of several addresses tried at once have only a code.
  return error.message || ("code" in error ? String(error.code) : error.name);
}
