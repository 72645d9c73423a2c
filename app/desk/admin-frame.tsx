import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { NavTabs } from "~/ui/nav-tabs";
import { DeskFrame } from "./desk-frame";
import type { Me } from "./me.schema";

/** The frame of the pages that only an admin opens: the desk's, with their own sections below it. */
export function AdminFrame({ me, children }: { me: Me; children: ReactNode }) {
  const sections = [
    { label: m.admin_nav_imports(), to: paths.imports() },
    { label: m.admin_nav_exports(), to: paths.exports() },
    { label: m.checks_policy_nav(), to: paths.callerPolicy() },
    { label: m.admin_nav_interfaces(), to: paths.interfaces() },
    { label: m.staff_nav(), to: paths.staff() },
    { label: m.admin_nav_system(), to: paths.system() },
  ];
  return (
    <DeskFrame me={me}>
      <div className="-mt-2 mb-4 border-b border-edge"><NavTabs label={m.admin_nav_label()} items={sections} /></div>
      {children}
    </DeskFrame>
  );
}
