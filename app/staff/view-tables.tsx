import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Reference } from "~/ui/reference";
import { type Column, Table } from "~/ui/table";
import type { MemberPageView, viewOfCustomer } from "./staff-view.server";

type CustomerLook = ReturnType<typeof viewOfCustomer>;
type MemberLook = MemberPageView["views"][number];

/** Who looked at a customer's pages, newest first. */
export function CustomerViewTable({ views }: { views: CustomerLook[] }) {
  return <Table caption={m.staff_views_of_customer()} columns={customerColumns()} rows={views} rowKey={({ at, who }) => `${at} ${who}`} />;
}

/** Whose pages a member of staff looked at, newest first. */
export function MemberViewTable({ views }: { views: MemberLook[] }) {
  return <Table caption={m.staff_views_of_member()} columns={memberColumns()} rows={views} rowKey={({ at, accountNumber }) => `${at} ${accountNumber}`} />;
}

function customerColumns(): Column<CustomerLook>[] {
  return [
    when(),
    { label: m.staff_view_who(), rowHeader: true, cell: ({ who, role }) => <><bdi className="font-semibold">{who}</bdi> <span className="text-sm text-ink-soft">{role}</span></> },
    page(),
  ];
}

function memberColumns(): Column<MemberLook>[] {
  return [
    when(),
    {
      label: m.concerns_desk_customer(),
      rowHeader: true,
      cell: ({ accountNumber, customer }) => <><Link to={paths.record(accountNumber)}><bdi>{customer}</bdi></Link> <span className="text-sm text-ink-soft"><Reference>{accountNumber}</Reference></span></>,
    },
    page(),
  ];
}

function when<Row extends { when: string }>(): Column<Row> {
  return { label: m.staff_view_when(), cell: ({ when }) => <span className="whitespace-nowrap tabular-nums">{when}</span> };
}

function page<Row extends { page: string }>(): Column<Row> {
  return { label: m.staff_view_page(), cell: ({ page }) => page };
}
