import { useRef } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { PostForm } from "~/ui/form";
import { Kbd } from "~/ui/kbd";
import { useShortcut } from "./use-shortcut";

const NAME = "query";

/** The search in the bar of every page. It posts, so that nothing searched for stands in an address or a log. */
export function SearchBox({ query }: { query?: string }) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", () => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    <search className="self-center py-1">
      <PostForm action={paths.desk()} className="flex items-center gap-2">
        <input
          ref={input}
          className="control w-64"
          type="search"
          name={NAME}
          aria-label={m.desk_search_label()}
          aria-keyshortcuts="/"
          placeholder={m.desk_search_placeholder()}
          defaultValue={query}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
        <Kbd>/</Kbd>
      </PostForm>
    </search>
  );
}

/** What was typed into the search. */
export function readQuery(form: FormData): string {
  const typed = form.get(NAME);
  return typeof typed === "string" ? typed.trim() : "";
}
