import { Link } from "@remix-run/react";
import type { ChangeEvent } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Reference } from "~/ui/reference";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";

/** The name of the boxes before the envelopes. */
export const ENVELOPE = "envelope";

/** An envelope as the list shows it; its address stands in the PDF alone. */
export type EnvelopeView = { id: string; accountNumber: string; name: string; contents: string; since: string; abroad: string | null };

/** What waits, as envelopes with a box before each. */
export function EnvelopeForm({ envelopes }: { envelopes: EnvelopeView[] }) {
  return (
    <PostForm action={paths.letterPrinting()}>
      <label className="choice mb-1 w-fit">
        <input type="checkbox" onChange={tickAll} />
        <span>{m.letters_select_all()}</span>
      </label>
      <Table caption={m.letters_waiting_caption()} columns={columns()} rows={envelopes} rowKey={({ id }) => id} />
      <ButtonRow>
        <Button>{m.letters_print()}</Button>
      </ButtonRow>
    </PostForm>
  );
}

function tickAll({ currentTarget: { checked, form } }: ChangeEvent<HTMLInputElement>) {
  for (const box of form?.querySelectorAll<HTMLInputElement>(`input[name=${ENVELOPE}]`) ?? []) box.checked = checked;
}

function columns(): Column<EnvelopeView>[] {
  return [
    { label: m.letters_column_recipient(), cell: (envelope) => <Recipient {...envelope} />, rowHeader: true },
    { label: m.letters_column_account(), cell: ({ accountNumber }) => <Link to={paths.record(accountNumber)}><Reference>{accountNumber}</Reference></Link> },
    { label: m.letters_column_contents(), cell: ({ contents }) => contents },
    { label: m.letters_column_since(), cell: ({ since }) => <span className="whitespace-nowrap tabular-nums">{since}</span> },
  ];
}

function Recipient({ id, name, abroad }: EnvelopeView) {
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <label className="choice font-semibold">
        <input type="checkbox" name={ENVELOPE} value={id} />
        <bdi>{name}</bdi>
      </label>
      {abroad && <Tag tone="plain">{abroad}</Tag>}
    </div>
  );
}
