import { Link } from "@remix-run/react";
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
  /** Who is signed in, and as what, in the reader's language; `to` is where they see to their own sign-in. */
  person: { name: string; role: string; to?: string };
  signOutAction: string;
  /** What stands in the bar on every page, such as the search. */
  tools?: ReactNode;
  children: ReactNode;
}

/** The page around everything staff see: a slim bar with the sections below it, and the rest for the work. */
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
    <header className="no-print border-b border-edge px-4 pt-2">
      <div className="mb-1 flex flex-wrap items-center gap-x-5 gap-y-1">
        <p className="font-label font-bold">{company.name}</p>
        {tools}
        <div className="flex flex-wrap items-center gap-x-3 text-sm sm:ml-auto">
          <LanguageSwitch />
          <p>
            {person.to ? <Link to={person.to} className="font-semibold"><bdi>{person.name}</bdi></Link> : <bdi className="font-semibold">{person.name}</bdi>} <span className="text-ink-soft">{person.role}</span>
          </p>
          <SignOutButton action={signOutAction} />
        </div>
      </div>
      <NavTabs label={m.shell_nav_label()} items={sections} />
    </header>
  );
}
