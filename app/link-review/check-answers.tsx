import { m } from "~/i18n/messages";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { AnswerList } from "./answer-list";
import type { AnswerRow } from "./review-view";
import type { Answers } from "./review.schema";

/** Check your answers: nothing is saved before this form is sent. `addressDay` is the day from which an address would count. */
export function CheckAnswers({ answers, rows, addressDay, saveAction, editAction }: {
  answers: Answers;
  rows: AnswerRow[];
  addressDay: string | null;
  saveAction: string;
  editAction: string;
}) {
  return (
    <PostForm action={saveAction} reloadDocument>
      {addressDay && <Notice title={m.access_review_address_day({ day: addressDay })}><p>{m.access_review_address_why()}</p></Notice>}
      <AnswerList rows={rows} />
      <input type="hidden" name="answers" value={JSON.stringify(answers)} />
      <ButtonRow>
        <Button>{m.account_save()}</Button>
        <Button variant="secondary" formAction={editAction}>{m.account_go_back()}</Button>
      </ButtonRow>
    </PostForm>
  );
}
