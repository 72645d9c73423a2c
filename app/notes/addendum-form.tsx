import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { TextAreaField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { CustomerReads } from "./customer-reads";
import { TEXT_MAX } from "./note";

/** Adds to a saved note, which itself is never edited. */
export function AddendumForm({ note, typed, error, requestId }: {
  note: string;
  typed?: { text: string; shared: boolean };
  error?: string;
  requestId: string;
}) {
  return (
    <PostForm action={paths.noteAddenda(note)} requestId={requestId} reloadDocument className="group mt-(--gap) max-w-xl">
      <TextAreaField label={m.notes_addendum()} hint={m.notes_addendum_hint()} name="text" rows={4} defaultValue={typed?.text} error={error} maxLength={TEXT_MAX} required />
      <Checkbox label={m.notes_addendum_share()} name="share" defaultChecked={typed?.shared} required />
      <div className="hidden group-has-checked:block"><CustomerReads><p className="mb-2">{m.notes_addendum_shared()}</p></CustomerReads></div>
      <Button>{m.notes_addendum_save()}</Button>
    </PostForm>
  );
}
