import { AsyncLocalStorage } from "node:async_hooks";

const levels = ["error", "warn", "info", "log"] as const;

/**
 * Lite has no logger to set: it prints each refused statement whole, with what was typed in its message. While a
 * request of `answering` runs, the console keeps that to itself and, of what went wrong, prints one line with the
 * function's name and the error's code. What others print meanwhile is untouched. Until disposed.
 */
export function quietConsole(): Disposable & { answering: <T>(path: string, answer: () => T) => T } {
  const paths = new AsyncLocalStorage<string>();
  const own = levels.map((level) => [level, console[level]] as const);
  for (const [level, print] of own) {
    console[level] = (...words: unknown[]) => {
      const path = paths.getStore();
      if (path === undefined) print(...words);
      else if (level === "error") printFault(path, codeIn(words), print);
    };
  }
  return {
    answering: (path, answer) => paths.run(path, answer),
    [Symbol.dispose]: () => { for (const [level, print] of own) console[level] = print; },
  };
}

// A refusal of ours (PT404 and the like) is an answer, no fault.
function printFault(path: string, code: string | undefined, print: (line: string) => void): void {
  if (code?.startsWith("PT")) return;
  print(JSON.stringify({ time: new Date().toISOString(), what: "api", ...(/^[\w/]+$/.test(path) && { path }), code }));
}

function codeIn(words: unknown[]): string | undefined {
  const code = words.map((word) => (word as { code?: unknown } | null)?.code).find((found) => typeof found === "string");
  return typeof code === "string" && /^\w{1,40}$/.test(code) ? code : undefined;
}
