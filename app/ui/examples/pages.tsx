import { CustomerShell } from "../customer-shell";
import { DeskShell } from "../desk-shell";
import { ErrorPage } from "../error-page";
import { PageTitle } from "../page-title";
import { Reference } from "../reference";
import { Table } from "../table";
import { Tag } from "../tag";
import { AgentRecord } from "./agent-record";
import { CustomerOverview } from "./customer-overview";
import type { Examples } from "./example";

const customers = [
  { account: "10 0042", name: "Nordlicht Handel GmbH", state: "3 stale", spend: "€48,200" },
  { account: "10 0107", name: "Anna Weber", state: "fresh", spend: "€310" },
];

const columns = [
  { label: "Account", cell: ({ account }: Customer) => <Reference>{account}</Reference> },
  { label: "Name", cell: ({ name }: Customer) => <a href="/">{name}</a>, rowHeader: true },
  { label: "State", cell: ({ state }: Customer) => <Tag tone={state === "fresh" ? "fresh" : "stale"}>{state}</Tag> },
  { label: "Yearly spend", cell: ({ spend }: Customer) => spend, numeric: true },
];

type Customer = (typeof customers)[number];

const desk = [
  { label: "Search", to: "/dev/gallery", end: true },
  { label: "Written changes", to: "/desk/written-changes", count: 4 },
];

/** Whole pages: each has its own `<main>`, so each is looked at by itself. */
export const pages: Examples[] = [
  {
    primitive: "CustomerShell",
    states: {
      "with an overview": <CustomerOverview />,
      "signed in": (
        <CustomerShell customerName="Anna Weber" accountNumber="10 0107" nav={[{ label: "Overview", to: "/dev/gallery", end: true }]} signOutAction="/">
          <PageTitle>Your details</PageTitle>
        </CustomerShell>
      ),
    },
  },
  {
    primitive: "DeskShell",
    states: {
      "with a customer's record": <AgentRecord />,
      "with a table": (
        <DeskShell sections={desk} person={{ name: "Jonas Beck", role: "Agent" }} signOutAction="/">
          <PageTitle>Customers</PageTitle>
          <Table caption="2 customers" columns={columns} rows={customers} rowKey={({ account }) => account} />
        </DeskShell>
      ),
    },
  },
  {
    primitive: "ErrorPage",
    states: Object.fromEntries([400, 403, 404, 409, 413, 429, 500, 503].map((status) => [String(status), <ErrorPage key={status} status={status} retryAfter={600} />])),
  },
];
