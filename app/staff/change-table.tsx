import { m } from "~/i18n/messages";
import { type Column, Table } from "~/ui/table";
import type { StaffChangeView } from "./staff-view.server";

/** What admins did about staff, newest first. */
export function ChangeTable({ changes }: { changes: StaffChangeView[] }) {
  return <Table caption={m.staff_changes()} columns={columns()} rows={changes} rowKey={({ id }) => id} />;
}

function columns(): Column<StaffChangeView>[] {
  return [
    { label: m.staff_change_when(), cell: ({ when }) => <span className="whitespace-nowrap tabular-nums">{when}</span> },
    { label: m.staff_change_what(), rowHeader: true, cell: ({ act, what }) => <>{act}{what && <bdi className="block text-sm text-ink-soft">{what}</bdi>}</> },
    { label: m.staff_change_whom(), cell: ({ whom }) => <bdi>{whom}</bdi> },
    { label: m.staff_change_by(), cell: ({ by }) => <bdi>{by}</bdi> },
  ];
}
