import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { CustomerShell } from "~/ui/customer-shell";
import type { Head } from "./head.schema";

/** The frame of every portal page of one customer. */
export function AccountShell({ head: { customer, severalCustomers }, children }: { head: Head; children: ReactNode }) {
  const nav = [
    { label: m.account_nav_overview(), to: paths.account(customer.id), end: true },
    { label: m.account_nav_history(), to: paths.history(customer.id) },
    { label: m.notes_nav(), to: paths.contacts(customer.id) },
    { label: m.concerns_nav(), to: paths.concerns(customer.id) },
    { label: m.people_nav(), to: paths.people(customer.id) },
    { label: m.rights_nav(), to: paths.rights(customer.id) },
    ...(severalCustomers ? [{ label: m.account_nav_others(), to: paths.accounts(), end: true }] : []),
  ];
  return (
    <CustomerShell customerName={customer.name ?? undefined} accountNumber={customer.accountNumber} nav={nav} signOutAction={paths.signOut()}>
      {children}
    </CustomerShell>
  );
}
