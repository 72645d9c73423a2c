import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import { LanguageSwitch } from "./language-switch";
import { NavTabs } from "./nav-tabs";
import type { NavItem } from "./nav-tabs";
import { SignOutButton } from "./sign-out-button";
import { MAIN, SkipLink } from "./skip-link";

interface DeskShellProps {
  sections: NavItem[];
  /** Who is signed in, and as what, in the reader's language. */
  person: { name: string; role: string };
  signOutAction: string;
  /** What stands in the bar on every page, such as the search. */
  tools?: ReactNode;
  children: ReactNode;
}

/** The page around everything staff see: one slim bar, and the rest for the work. */
export function DeskShell({ children, ...bar }: DeskShellProps) {
  return (
    <div className="desk flex grow flex-col">
      <SkipLink />
      <DeskBar {...bar} />
      <main id={MAIN} tabIndex={-1} className="grow px-4 py-4 outline-none">
        {children}
      </main>
    </div>
  );
}

function DeskBar({ sections, person, signOutAction, tools }: Omit<DeskShellProps, "children">) {
  return (
    <header className="no-print flex flex-wrap items-end justify-between gap-x-6 border-b border-edge px-4 pt-2">
      <div className="flex flex-wrap items-end gap-x-5">
        <p className="self-center font-label font-bold">{company.name}</p>
        <NavTabs label={m.shell_nav_label()} items={sections} />
        {tools}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-sm">
        <LanguageSwitch />
        <p>
          <bdi className="font-semibold">{person.name}</bdi> <span className="text-ink-soft">{person.role}</span>
        </p>
        <SignOutButton action={signOutAction} />
      </div>
    </header>
  );
}
