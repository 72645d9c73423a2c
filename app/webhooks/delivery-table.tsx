import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Reference } from "~/ui/reference";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Tone } from "~/ui/tone";
import { VisuallyHidden } from "~/ui/visually-hidden";

/** A delivery as its endpoint's list shows it, in the reader's words. */
export type DeliveryView = {
  id: string;
  what: string;
  reference: string | null;
  state: string;
  tone: Tone;
  /** When it will be tried again, arrived, or failed for good. */
  at: string | null;
  attempts: number;
  /** The last answer's HTTP status, or why there was none. */
  answer: string | null;
  created: string;
  canBeSentAgain: boolean;
};

/** An endpoint's newest deliveries, each with the way to send it again. */
export function DeliveryTable({ endpoint, deliveries }: { endpoint: string; deliveries: DeliveryView[] }) {
  return <Table caption={m.interfaces_deliveries()} columns={columns(endpoint)} rows={deliveries} rowKey={({ id }) => id} />;
}

function columns(endpoint: string): Column<DeliveryView>[] {
  return [
    { label: m.interfaces_delivery_created(), cell: ({ created }) => <span className="whitespace-nowrap tabular-nums">{created}</span> },
    { label: m.interfaces_delivery_event(), cell: ({ what }) => what, rowHeader: true },
    { label: m.interfaces_delivery_reference(), cell: ({ reference }) => reference && <Reference>{reference}</Reference> },
    { label: m.interfaces_state(), cell: ({ state, tone, at }) => <><Tag tone={tone}>{state}</Tag> {at && <span className="text-sm whitespace-nowrap text-ink-soft tabular-nums">{at}</span>}</> },
    { label: m.interfaces_delivery_attempts(), cell: ({ attempts }) => attempts, numeric: true },
    { label: m.interfaces_delivery_answer(), cell: ({ answer }) => answer && <bdi>{answer}</bdi> },
    { label: m.interfaces_delivery_again_label(), cell: (delivery) => delivery.canBeSentAgain && <SendAgain endpoint={endpoint} {...delivery} /> },
  ];
}

function SendAgain({ endpoint, id, what, created }: { endpoint: string } & DeliveryView) {
  return (
    <PostForm reloadDocument action={paths.deliveryReplay(endpoint, id)}>
      <Button variant="quiet">{m.interfaces_delivery_again()}<VisuallyHidden> {what}, {created}</VisuallyHidden></Button>
    </PostForm>
  );
}
