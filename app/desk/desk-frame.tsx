import { type ReactNode, useEffect } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { roleWord } from "~/staff/role";
import { DeskShell } from "~/ui/desk-shell";
import { forgetOthers } from "~/ui/kept-here";
import type { NavItem } from "~/ui/nav-tabs";
import { MAIN } from "~/ui/skip-link";
import { KeysDialog } from "./keys-dialog";
import type { Me } from "./me.schema";
import { SearchBox } from "./search-box";

/** The frame of every staff page: the sections of the reader's role, and the search, which `/` reaches from anywhere. */
export function DeskFrame({ me, search, children }: {
  me: Me;
  /** Given on the search's own page, where the box has the focus and shows what was searched for. */
  search?: { query: string };
  children: ReactNode;
}) {
  useFocusOnMain();
  useEffect(() => { forgetOthers(me.id); }, [me.id]);
  return (
    <DeskShell
      sections={sectionsOf(me.role)}
      person={{ name: me.name, role: roleWord(me.role), to: paths.security() }}
      signOutAction={paths.signOut()}
      tools={<>{me.role !== "outreach" && <SearchBox search={search} />}<KeysDialog /></>}
    >
      {children}
    </DeskShell>
  );
}

// Each page begins where its work is: at the field that its address names, else the next Tab goes to the first thing in
// it, not through the bar.
function useFocusOnMain() {
  useEffect(() => {
    // who was quicker than the scripts stays where they are
    if (document.activeElement !== document.body) return;
    const named = document.getElementById(window.location.hash.slice(1));
    if (named) named.focus();
    else document.getElementById(MAIN)?.focus({ preventScroll: true });
  }, []);
}

function sectionsOf(role: Me["role"]): NavItem[] {
  const agents = [
    { label: m.desk_nav_search(), to: paths.desk(), end: true },
    { label: m.desk_nav_written_changes(), to: paths.writtenChanges() },
    { label: m.desk_nav_tasks(), to: paths.tasks() },
    { label: m.commitments_title(), to: paths.commitments() },
    { label: m.concerns_desk_title(), to: paths.deskConcerns() },
    { label: m.desk_nav_outbox(), to: paths.outbox() },
    { label: m.letters_nav(), to: paths.letters() },
  ];
  const outreach = [{ label: m.desk_nav_outreach(), to: paths.outreach() }];
  if (role === "agent") return agents;
  if (role === "outreach") return outreach;
  return [...agents, ...outreach, ...(role === "admin" ? [{ label: m.admin_nav(), to: paths.admin() }] : [])];
}
