import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
// oxlint-disable-next-line import/default -- the bundler hands over the file as text
import program from "./typesetter-process.ts?raw";

/** Milliseconds after which a document counts as one that never ends. */
const TIMEOUT_MS = 60_000;
/** Milliseconds without work after which the process ends and gives its memory back. */
const IDLE_MS = 20_000;

/** The page could not be set; its message holds nothing of what it says. */
export class Unset extends Error {}

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void };
type Answer = { id: number; pdf: Uint8Array | null };

/**
 * Sets a Typst source with its data (JSON, which the source reads from `sys.inputs.data`) as PDF/UA-1, or as tagged PDF
 * 1.7 where a text has letters that no font shows. The compiler lives in a child process that starts at the first use
 * and ends when idle: the site stays small, and answers others meanwhile. Throws `Unset`.
 */
export function typeset(source: string, data: string): Promise<Uint8Array> {
  typesetter ??= start();
  return typesetter.set(source, data);
}

let typesetter: Typesetter | undefined;

type Typesetter = { set: (source: string, data: string) => Promise<Uint8Array> };

function start(): Typesetter {
  const child = spawn(process.execPath, ["--input-type=module-typescript", "--disable-warning=ExperimentalWarning", "-e", program, ...programArguments()], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
    env: { NODE_ENV: "production" },
  });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let idle: NodeJS.Timeout | undefined;

  function end(reason: string): void {
    if (typesetter === mine) typesetter = undefined;
    clearTimeout(idle);
    child.kill();
    for (const { reject } of waiting.values()) reject(new Unset(reason));
    waiting.clear();
    hold(child, false);
  }

  function settle(answer: Answer): void {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.pdf) one?.resolve(answer.pdf);
    else one?.reject(new Unset("the compiler refused the document"));
    if (waiting.size > 0) return;
    hold(child, false);
    idle = setTimeout(() => { end("idle"); }, IDLE_MS).unref();
  }

  const mine: Typesetter = {
    set: (source, data) => {
      clearTimeout(idle);
      hold(child, true);
      asked += 1;
      const id = asked;
      const late = setTimeout(() => { end("it took too long"); }, TIMEOUT_MS).unref();
      return new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.send({ id, source, data });
      }).finally(() => { clearTimeout(late); });
    },
  };
  child.on("message", settle);
  child.on("error", () => { end("it did not start"); });
  child.on("exit", () => { end("it ended"); });
  return mine;
}

// A typesetter at rest keeps no server from ending.
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) child.ref();
  else child.unref();
  if (busy) child.channel?.ref();
  else child.channel?.unref();
}

// Where the packages lie, found from here, since the process knows only its own working directory.
function programArguments(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const font = (name: string, weight: string) => join(dirname(resolve(`@expo-google-fonts/${name}/package.json`)), weight);
  return [
    resolve("@myriaddreamin/typst-ts-node-compiler"),
    ...["noto-sans", "noto-sans-arabic", "noto-sans-hebrew"].flatMap((name) => [font(name, "400Regular"), font(name, "700Bold")]),
    font("noto-emoji", "400Regular"),
  ];
}
