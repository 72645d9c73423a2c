/** What may be written down of an error: what it is called and where it arose. */
export interface ErrorTrace {
  error: string;
  code?: string;
  /** The places, innermost first. */
  at: string[];
  cause?: ErrorTrace;
}

/**
 * An error as logs may hold it. Its message is left out: those of parsers, of Auth and of the database repeat what was
 * typed. Its name, its code and the places it passed lead to the line that threw it.
 */
export function errorTrace(error: unknown): ErrorTrace {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  return {
    error: error.name,
    ...(typeof code === "string" && /^\w{1,60}$/.test(code) && { code }),
    at: placesIn(error),
    ...(error.cause instanceof Error && { cause: errorTrace(error.cause) }),
  };
}

// A message may have lines of its own, so the places begin after it.
function placesIn({ name, message, stack = "" }: Error): string[] {
  const places = message === "" ? stack.slice(name.length) : stack.split(message).slice(1).join(message);
  return [...places.matchAll(/^ {4}at (.+)$/gm)].map(([, place = ""]) => place).slice(0, 12);
}
