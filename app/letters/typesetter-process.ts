// Runs in a process of its own: sets what it is sent as PDF, one after the other, until its parent lets go of it.
// Its arguments are where the compiler lies, and the fonts' folders.
import { createRequire } from "node:module";
import { tmpdir } from "node:os";

type Order = { id: number; source: string; data: string };

const [, compilerPath = "", ...fontPaths] = process.argv;
const { NodeCompiler } = createRequire(import.meta.url)(compilerPath) as typeof import("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontPaths }] });

process.on("message", ({ id, source, data }: Order) => {
  try {
    process.send?.({ id, pdf: set(source, data) });
  } catch {
    process.send?.({ id, pdf: null });
  }
  compiler.evictCache(0);
});

// PDF/UA-1 refuses a text that no font can show. Such a letter still goes out, tagged, with an empty box for the letter.
function set(source: string, data: string): Buffer {
  const document = { mainFileContent: source, inputs: { data } };
  try {
    return compiler.pdf(document, { pdfStandard: "ua-1" });
  } catch {
    return compiler.pdf(document, { pdfStandard: "1.7" });
  }
}
