import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { StaffMember } from "./staff-view.server";

/** Who works at the desk, those at work first. */
export function StaffTable({ staff }: { staff: StaffMember[] }) {
  return <Table caption={m.staff_title()} columns={columns()} rows={staff} rowKey={({ id }) => id} />;
}

function columns(): Column<StaffMember>[] {
  return [
    {
      label: m.staff_name(),
      rowHeader: true,
      cell: ({ id, name, email, you }) => (
        <>
          <Link to={paths.staffMember(id)} className="font-semibold"><bdi>{name}</bdi></Link> {you && <span className="text-sm text-ink-soft">{m.staff_you()}</span>}
          <bdi className="block text-sm break-all text-ink-soft">{email}</bdi>
        </>
      ),
    },
    { label: m.staff_role(), cell: ({ role }) => role },
    { label: m.staff_department(), cell: ({ department }) => <bdi>{department}</bdi> },
    { label: m.staff_language(), cell: ({ language }) => language },
    { label: m.staff_state(), cell: ({ state, tone }) => <Tag tone={tone}>{state}</Tag> },
    { label: m.staff_last_seen(), cell: ({ lastSeen }) => <span className="whitespace-nowrap tabular-nums">{lastSeen}</span> },
  ];
}
