import { pipeline, Readable } from "node:stream";
import busboy from "busboy";
import type { Db } from "~/db/client.server";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { UnreadableFile } from "./csv-rows.server";
import { receiveFile } from "./receive.server";

/** The largest file that is taken: a million customers are about 150 MB. */
const MOST_BYTES = 500 * 1024 * 1024;

class NoFile extends Error {}
class FileTooLarge extends Error {}

/** Receives the file of a posted form as it comes in. Returns its import's id; what it throws, `uploadError` reads. */
export async function uploadFile(db: Db, request: Request): Promise<string> {
  const upload = await uploadOf(request);
  if (!upload) throw new NoFile();
  return receiveFile(db, upload.bytes, upload.fileName);
}

/** The sentence that stands beside a file that was not taken. Throws on what is no fault of the file's. */
export function uploadError(error: unknown): string {
  if (error instanceof UnreadableFile) return error.line === null ? errorText(error.messageKey) : m.imports_error_endless_line({ line: error.line });
  if (error instanceof NoFile) return m.imports_error_file_missing();
  if (error instanceof FileTooLarge) return m.imports_error_file_too_large();
  throw error;
}

/** A file on its way: its name, and its bytes as they come in. Reading on throws when the sender goes away. */
type Upload = { fileName: string; bytes: AsyncIterable<Uint8Array> };

// The first file of a multipart form, of which nothing is kept in memory; null where none was chosen.
function uploadOf(request: Request): Promise<Upload | null> {
  const type = request.headers.get("content-type") ?? "";
  const { body } = request;
  if (!body || !/^multipart\/form-data;.*boundary=[^\s;]/i.test(type)) return Promise.resolve(null);
  const parser = busboy({ headers: { "content-type": type }, limits: { files: 1, fileSize: MOST_BYTES }, defParamCharset: "utf8" });
  return new Promise((resolve, reject) => {
    parser.once("file", (_field, stream, { filename }) => {
      if (filename) resolve({ fileName: filename, bytes: withinLimit(stream) });
      else stream.resume();
    });
    pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), parser, (error) => {
      if (error) reject(error);
      else resolve(null);
    });
  });
}

async function* withinLimit(stream: Readable & { truncated?: boolean }): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) yield piece as Uint8Array;
  if (stream.truncated) throw new FileTooLarge();
}
