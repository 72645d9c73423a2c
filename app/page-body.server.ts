import { Transform } from "node:stream";

/**
 * What React writes a page into. React 18 fills its output 2 KB by 2 KB, and where a letter of several bytes does not fit
 * into the rest, sends that rest as zeros (facebook/react#31134): in a field they would come back as part of what was
 * typed. No page holds a zero of its own, so all of them are dropped.
 */
export function pageBody(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
