import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";

const NAME = "words";
const MAX_LENGTH = 200;

/** Searches a customer's notes; it posts, so that nothing searched for stands in an address or a log. */
export function NoteSearch({ account, query }: { account: string; query?: string }) {
  return (
    <search>
      <PostForm action={paths.customerNotes(account)} reloadDocument className="mb-2 flex flex-wrap items-center gap-2">
        <input className="control w-60 max-w-full" type="search" name={NAME} aria-label={m.notes_search()} placeholder={m.notes_search()} defaultValue={query} maxLength={MAX_LENGTH} autoComplete="off" dir="auto" />
        <Button variant="secondary">{m.notes_search_button()}</Button>
      </PostForm>
    </search>
  );
}

/** What was typed into the search, "" where nothing was. */
export function readWords(form: FormData): string {
  return formText(form, NAME).slice(0, MAX_LENGTH).trim();
}
