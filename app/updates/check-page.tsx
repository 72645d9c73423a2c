import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { ChangeList } from "./change-list";
import type { ChangeRow } from "./change-rows.server";
import type { Change } from "./update.schema";

/** Check your answers: nothing is saved before this form is sent; the second button leads back with all that was typed. */
export function CheckForm({ rows, changes, requestId, saveAction, editAction, children }: {
  rows: ChangeRow[];
  changes: Change[];
  requestId: string;
  saveAction: string;
  editAction: string;
  children?: ReactNode;
}) {
  return (
    <PostForm action={saveAction} requestId={requestId} reloadDocument>
      <ChangeList rows={rows} />
      {children}
      <input type="hidden" name="changes" value={JSON.stringify(changes)} />
      <ButtonRow>
        <Button>{m.account_save()}</Button>
        <Button variant="secondary" formAction={editAction}>{m.account_go_back()}</Button>
      </ButtonRow>
    </PostForm>
  );
}
