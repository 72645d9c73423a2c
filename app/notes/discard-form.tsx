import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { clearShelves } from "./shelf";

/** Throws a note away that was begun by mistake; behind a word, so that nobody does it in passing. */
export function DiscardForm({ staff, draft, account }: { staff: string; draft: string; account: string }) {
  return (
    <details className="mt-(--gap)">
      <summary className="py-1">{m.notes_discard_open()}</summary>
      <PostForm action={paths.noteDraftDiscarding(draft)} reloadDocument onSubmit={() => { clearShelves(staff, draft); }}>
        <input type="hidden" name="account" value={account} />
        <p className="mb-2 max-w-prose">{m.notes_discard_text()}</p>
        <Button variant="danger">{m.notes_discard()}</Button>
      </PostForm>
    </details>
  );
}
