import { m } from "~/i18n/messages";

/** The id of each page's `<main>`. */
export const MAIN = "main";

/** The first stop of the keyboard: past the header to what the page is about. */
export function SkipLink() {
  return (
    <a href={`#${MAIN}`} className="sr-only no-print focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:bg-card focus:p-3">
      {m.shell_skip()}
    </a>
  );
}
