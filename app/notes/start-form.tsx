import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { directions, noteChannels } from "./note";
import { writeWay } from "./note-fields";
import { wayWord } from "./note-words";

/** A note that somebody who has left did not save. */
export type LeftDraft = { id: string; by: string; started: string };

/** The way to go on with what people who have left were writing; nothing where there is nothing. */
export function LeftDrafts({ drafts }: { drafts: LeftDraft[] }) {
  return drafts.map(({ id, by, started }) => (
    <Notice key={id} title={m.notes_left_draft()}>
      <PostForm action={paths.noteDraftTakeover(id)} reloadDocument>
        <p className="mb-2"><bdi>{by}</bdi> · {started}</p>
        <Button variant="secondary">{m.notes_take_over()}</Button>
      </PostForm>
    </Notice>
  ));
}

/** Begins a note about a contact of any kind. */
export function StartForm({ account }: { account: string }) {
  const ways = noteChannels.flatMap((channel) => directions.map((direction) => ({ value: writeWay(channel, direction), label: wayWord(channel, direction) })));
  return (
    <PostForm action={paths.noteDraft(account)} reloadDocument>
      <SelectField label={m.notes_way()} name="way" hint={m.notes_start_hint()} options={ways} defaultValue="phone-in" required />
      <Button>{m.notes_begin()}</Button>
    </PostForm>
  );
}
