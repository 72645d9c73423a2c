import { type KeyboardEvent, useRef } from "react";
import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { PostForm } from "~/ui/form";
import { Kbd } from "~/ui/kbd";
import { useShortcut } from "~/ui/use-shortcut";

const NAME = "query";
const KEY = "/";
const MAX_LENGTH = 200;

/**
 * The search in the bar of every page. It posts, so that nothing searched for stands in an address or a log, and it
 * loads the page anew, which takes one request where Remix would make two.
 */
export function SearchBox({ search }: { search?: { query: string } }) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut(KEY, () => {
    input.current?.focus();
    input.current?.select();
  }, m.desk_search_label());
  return (
    <search>
      <PostForm action={paths.desk()} reloadDocument className="flex items-center gap-2">
        <input
          ref={input}
          onKeyDown={leaveOutTheKey}
          className="control w-80 max-w-[70vw]"
          type="search"
          name={NAME}
          aria-label={m.desk_search_label()}
          aria-keyshortcuts={KEY}
          placeholder={m.desk_search_placeholder()}
          defaultValue={search?.query}
          autoFocus={search !== undefined}
          maxLength={MAX_LENGTH}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
        <Kbd>{KEY}</Kbd>
      </PostForm>
    </search>
  );
}

// Whoever presses the key by habit while the box has the focus already means the box, not a slash.
function leaveOutTheKey(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key === KEY && event.currentTarget.value === "") event.preventDefault();
}

/** What was typed into the search, "" where nothing was. */
export function readQuery(form: FormData): string {
  return formText(form, NAME).slice(0, MAX_LENGTH).trim();
}
