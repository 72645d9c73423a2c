import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import { CompanyMark } from "./company-mark";
import { LanguageSwitch } from "./language-switch";
import { NavTabs } from "./nav-tabs";
import type { NavItem } from "./nav-tabs";
import { Reference } from "./reference";
import { SignOutButton } from "./sign-out-button";
import { MAIN, SkipLink } from "./skip-link";
import { SupportContact } from "./support-contact";

interface CustomerShellProps {
  customerName?: string;
  accountNumber?: string;
  nav?: NavItem[];
  /** Where signing out is posted to; absent before sign-in. */
  signOutAction?: string;
  children: ReactNode;
}

/** The page around everything a customer sees, signed in or not. */
export function CustomerShell({ children, ...header }: CustomerShellProps) {
  return (
    <>
      <SkipLink />
      <Header {...header} />
      <main id={MAIN} tabIndex={-1} className="column grow py-8 outline-none sm:py-12">
        {children}
      </main>
      <Footer />
    </>
  );
}

function Header({ customerName, accountNumber, nav, signOutAction }: Omit<CustomerShellProps, "children">) {
  return (
    <header className="no-print border-b border-edge">
      <div className="column flex flex-wrap items-center justify-between gap-x-6 py-3">
        <CompanyMark />
        <div className="order-last -ml-2 basis-full sm:order-none sm:ml-auto sm:basis-auto"><LanguageSwitch /></div>
        {signOutAction && <SignOutButton action={signOutAction} />}
      </div>
      {customerName && <WhoseAccount name={customerName} number={accountNumber} />}
      {nav && (
        <div className="column">
          <NavTabs label={m.shell_nav_label()} items={nav} />
        </div>
      )}
    </header>
  );
}

function WhoseAccount({ name, number }: { name: string; number?: string }) {
  return (
    <p className="column flex flex-wrap items-baseline gap-x-4 pb-3">
      <bdi className="font-semibold">{name}</bdi>
      {number && (
        <span className="text-ink-soft">
          {m.shell_account_number()} <Reference>{number}</Reference>
        </span>
      )}
    </p>
  );
}

function Footer() {
  return (
    <footer className="mt-8 border-t border-edge text-sm">
      <div className="column grid gap-x-10 gap-y-4 py-6 sm:grid-cols-2">
        <div className="no-print">
          <h2 className="text-base">{m.shell_support_title()}</h2>
          <SupportContact />
        </div>
        <p className="text-ink-soft sm:self-end sm:text-right">{company.legalFooter}</p>
      </div>
    </footer>
  );
}
