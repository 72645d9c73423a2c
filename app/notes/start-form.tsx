import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { directions, noteChannels } from "./note";
import { writeWay } from "./note-fields";
import { wayWord } from "./note-words";

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
