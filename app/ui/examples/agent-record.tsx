import { Button, ButtonLink } from "../button";
import { CardGrid, IndexCard } from "../card";
import { DeskShell } from "../desk-shell";
import { Kbd } from "../kbd";
import { PageTitle } from "../page-title";
import { Reference } from "../reference";
import { Table } from "../table";
import type { Column } from "../table";
import { Tag } from "../tag";
import { ExampleMark } from "./example-mark";

const sections = [
  { label: "Search", to: "/dev/gallery", end: true },
  { label: "Written changes", to: "/desk/written-changes", count: 4 },
  { label: "Outreach", to: "/desk/outreach" },
  { label: "Tasks", to: "/desk/tasks", count: 12 },
  { label: "Outbox", to: "/desk/outbox" },
];

const change = (
  <ButtonLink variant="quiet" to="/">
    Correct
  </ButtonLink>
);

interface Contact {
  when: string;
  channel: string;
  what: string;
  reference: string;
}

const contacts: Contact[] = [
  { when: "21 Nov 2025, 14:02", channel: "Phone", what: "Phone 030 55501111 → 030 55501234", reference: "K7M-4RX-92H" },
  { when: "3 Sep 2025, 09:40", channel: "Online", what: "Confirmed everything", reference: "P3D-8WT-6QA" },
  { when: "12 Feb 2024, 16:15", channel: "Invoice", what: "Billing address, keyed by two people", reference: "H9C-2VN-7EF" },
];

const columns: Column<Contact>[] = [
  { label: "When", cell: ({ when }) => when, rowHeader: true },
  { label: "Channel", cell: ({ channel }) => channel },
  { label: "What", cell: ({ what }) => what },
  { label: "Reference", cell: ({ reference }) => <Reference>{reference}</Reference> },
];

/** How an agent's record is put together from the parts: all of it on one screen. */
export function AgentRecord() {
  return (
    <DeskShell sections={sections} person={{ name: "Jonas Beck", role: "Agent" }} signOutAction="/">
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <PageTitle caption={<Reference>10 0042</Reference>}>Nordlicht Handel GmbH</PageTitle>
        <div className="mb-(--gap) flex flex-wrap items-center gap-3">
          <Tag tone="stale">3 stale</Tag>
          <ButtonLink variant="secondary" to="/">
            Add a note <Kbd>n</Kbd>
          </ButtonLink>
          <Button>Confirm all read back</Button>
        </div>
      </div>
      <CardGrid>
        <IndexCard label="Name" lines={["Nordlicht Handel GmbH"]} mark={<ExampleMark full={0.9} tone="fresh" words="6 weeks ago, by the customer, online" />} actions={change} />
        <IndexCard label="Phone · Purchasing" lines={["040 55501234"]} note="Primary" mark={<ExampleMark full={0.7} tone="fresh" words="3 months ago, by staff, phone" />} actions={change} />
        <IndexCard label="Phone · Warehouse" lines={["0341 5550998"]} tone="due_soon" mark={<ExampleMark full={0.15} tone="due_soon" words="11 months ago, imported" />} actions={change} />
        <IndexCard label="Email" lines={["einkauf@nordlicht.example.com"]} tone="on_hold" mark={<ExampleMark full={0} tone="on_hold" words="on hold: mail came back" />} actions={change} />
        <IndexCard label="Billing address" lines={["Speicherstadt 4", "20457 Hamburg"]} tone="stale" mark={<ExampleMark full={0.05} tone="stale" words="3 years ago, by staff, invoice" />} actions={change} />
        <IndexCard label="Shipping address · Leipzig" lines={["Torgauer Straße 231", "04347 Leipzig"]} mark={<ExampleMark full={0.8} tone="fresh" words="5 months ago, by the customer, online" />} actions={change} />
      </CardGrid>
      <div className="mt-(--gap)">
        <Table caption="Last contacts" columns={columns} rows={contacts} rowKey={({ reference }) => reference} />
      </div>
    </DeskShell>
  );
}
