import { Button, ButtonLink } from "../button";
import { CardGrid, IndexCard } from "../card";
import { EmptyState } from "../empty-state";
import { Notice } from "../notice";
import { PageTitle } from "../page-title";
import { Reference } from "../reference";
import { SummaryList } from "../summary-list";
import { Tag } from "../tag";
import type { Examples } from "./example";

const change = (
  <ButtonLink variant="quiet" to="/">
    Change
  </ButtonLink>
);

export const cards: Examples[] = [
  {
    primitive: "PageTitle",
    states: {
      "with caption and intro": (
        <PageTitle caption="Anna Weber" intro="We call this number when a delivery is late.">
          What is your phone number?
        </PageTitle>
      ),
    },
  },
  {
    primitive: "IndexCard",
    states: {
      "in each tone": (
        <CardGrid>
          <IndexCard label="Phone" lines={["030 55501234"]} note="Primary" mark="Confirmed 3 months ago" actions={<Button variant="quiet">Change</Button>} />
          <IndexCard label="Fax" lines={["030 55501235"]} mark="Due for a check" tone="due_soon" />
          <IndexCard label="Billing address" lines={["Lindenstraße 12", "10969 Berlin"]} mark="Not confirmed for 3 years" tone="stale" />
          <IndexCard label="Email" lines={["anna.weber@example.com"]} mark="On hold: mail came back" tone="on_hold" />
        </CardGrid>
      ),
    },
  },
  {
    primitive: "EmptyState",
    states: {
      "with a way on": (
        <EmptyState title="No fax number" action={<Button variant="secondary">Add a fax number</Button>}>
          You only need one if you order by fax.
        </EmptyState>
      ),
    },
  },
  {
    primitive: "Notice",
    states: {
      info: <Notice title="Two of your details are due for a check" />,
      success: (
        <Notice tone="success" title="Saved" live>
          Your reference is <Reference>K7M-4RX-92H</Reference>.
        </Notice>
      ),
      warning: (
        <Notice tone="warning" title="Mail to this address came back">
          Please correct it or enter another.
        </Notice>
      ),
    },
  },
  {
    primitive: "Tag",
    states: {
      "in each tone": (
        <p className="flex flex-wrap gap-2">
          <Tag>Primary</Tag>
          <Tag tone="fresh">Fresh</Tag>
          <Tag tone="due_soon">Due</Tag>
          <Tag tone="stale">Stale</Tag>
          <Tag tone="on_hold">On hold</Tag>
        </p>
      ),
    },
  },
  {
    primitive: "SummaryList",
    states: {
      "before and after": (
        <SummaryList
          rows={[
            { label: "Phone", before: "030 55501234", value: "030 55509876", action: change },
            { label: "Billing address", value: "Lindenstraße 12, 10969 Berlin", action: change },
          ]}
        />
      ),
    },
  },
];
