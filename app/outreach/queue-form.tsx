import type { ChangeEvent } from "react";
import { FreshnessMark } from "~/contact-details/freshness-mark";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Reference } from "~/ui/reference";
import { type Column, Table } from "~/ui/table";
import type { QueueRowView } from "./queue-view.server";

/** The name of the boxes before the customers, and of the field that says where their page stands. */
export const selectionFields = { customer: "customer", place: "place" } as const;

/** A page of the queue with a box before each customer. `place` is where the page stands, to come back to. */
export function QueueForm({ rows, place }: { rows: QueueRowView[]; place: string }) {
  return (
    <PostForm action={paths.reminders()}>
      <input type="hidden" name={selectionFields.place} value={place} />
      <SelectAll />
      <Table caption={m.outreach_table_caption()} columns={columns()} rows={rows} rowKey={({ id }) => id} />
      <ButtonRow>
        <Button>{m.outreach_send()}</Button>
      </ButtonRow>
    </PostForm>
  );
}

function SelectAll() {
  return (
    <label className="choice mb-1 w-fit">
      <input type="checkbox" onChange={tickAll} />
      <span>{m.outreach_select_all()}</span>
    </label>
  );
}

function tickAll({ currentTarget: { checked, form } }: ChangeEvent<HTMLInputElement>) {
  for (const box of form?.querySelectorAll<HTMLInputElement>(`input[name=${selectionFields.customer}]`) ?? []) box.checked = checked;
}

function columns(): Column<QueueRowView>[] {
  return [
    { label: m.outreach_column_customer(), cell: (row) => <Customer {...row} />, rowHeader: true },
    { label: m.outreach_column_account(), cell: ({ accountNumber }) => <Reference>{accountNumber}</Reference> },
    { label: m.outreach_column_spend(), cell: ({ spend }) => spend, numeric: true },
    { label: m.outreach_column_medium(), cell: ({ medium }) => <Medium medium={medium} /> },
    { label: m.outreach_column_stale(), cell: (row) => <Stale {...row} /> },
  ];
}

function Customer({ id, name }: QueueRowView) {
  return (
    <label className="choice font-semibold">
      <input type="checkbox" name={selectionFields.customer} value={id} />
      <bdi>{name}</bdi>
    </label>
  );
}

function Medium({ medium }: Pick<QueueRowView, "medium">) {
  return <span className="whitespace-nowrap">{medium === "email" ? m.outreach_by_email() : m.outreach_by_letter()}</span>;
}

function Stale({ stale, more }: QueueRowView) {
  return (
    <ul className="relative">
      {stale.map(({ heading, reading }, at) => (
        <li key={at} className="grid grid-cols-[10rem_minmax(14rem,1fr)] gap-x-2">
          <bdi>{heading}</bdi>
          <FreshnessMark reading={reading} size="row" />
        </li>
      ))}
      {more > 0 && <li className="text-ink-soft">{m.outreach_more_stale({ count: more })}</li>}
    </ul>
  );
}
