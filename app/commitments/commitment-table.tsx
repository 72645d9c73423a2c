import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Reference } from "~/ui/reference";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { CommitmentView } from "./commitment-view.server";

/** Promises as the desk works through them; what was kept is said here, the rest on the promise's own page. `back` is where that leads. */
export function CommitmentTable({ caption, commitments, back }: { caption: string; commitments: CommitmentView[]; back: string }) {
  return <Table caption={caption} columns={columns(back)} rows={commitments} rowKey={({ id }) => id} />;
}

// Made for each rendering, since the words are those of the request's language.
function columns(back: string): Column<CommitmentView>[] {
  return [
    { label: m.commitments_due(), cell: ({ due }) => <span className="whitespace-nowrap tabular-nums">{due}</span> },
    { label: m.commitments_what(), rowHeader: true, cell: ({ id, what }) => <Link to={paths.commitment(id)} className="font-semibold wrap-anywhere"><bdi>{what}</bdi></Link> },
    {
      label: m.commitments_customer(),
      cell: ({ accountNumber, customerName }) => (
        <>
          <Link to={paths.record(accountNumber)}><bdi>{customerName}</bdi></Link>{" "}
          <span className="block text-sm text-ink-soft"><Reference>{accountNumber}</Reference></span>
        </>
      ),
    },
    { label: m.commitments_by(), cell: ({ who }) => <bdi>{who}</bdi> },
    { label: m.commitments_state(), cell: ({ state, tone }) => <Tag tone={tone}>{state}</Tag> },
    {
      label: m.commitments_act(),
      cell: ({ id, what, maySettle }) => maySettle && (
        <PostForm action={paths.commitmentFulfilment(id)} reloadDocument>
          <input type="hidden" name="back" value={back} />
          <Button variant="secondary" aria-label={m.commitments_keep_this({ what })}>{m.commitments_keep()}</Button>
        </PostForm>
      ),
    },
  ];
}
