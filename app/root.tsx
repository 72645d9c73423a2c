import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from "@remix-run/react";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import type { ReactNode } from "react";
import { company } from "../kartei.config";
import { getLocale } from "./i18n/locale";
import appCss from "./ui/app.css?url";
import { documentTitle } from "./ui/document-title";
import { ErrorPage, errorWords } from "./ui/error-page";
import { useNonce } from "./ui/nonce";
import { palette, paletteCss } from "./ui/palette";

const themeCss = paletteCss(company.accent);

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: appCss },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error ? documentTitle(errorWords(failure(error)).title) : company.name },
];

/** The document. Scripts go only to pages that say `handle = { hydrate: true }`; the others are complete without. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={getLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <ThemeColours />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-screen flex-col">
        {children}
        <PageScripts />
      </body>
    </html>
  );
}

/** The company's colours, and the browser's own bars in that of the paper. */
function ThemeColours() {
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={palette(company.accent, "light").paper} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={palette(company.accent, "dark").paper} />
      <style nonce={useNonce()} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: themeCss }} />
    </>
  );
}

function PageScripts() {
  const nonce = useNonce();
  const hydrates = useMatches().some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);
  if (!hydrates) return null;
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage {...failure(useRouteError())} />;
}

/** What an error page needs of an error: a thrown response's status and, in its data, `retryAfter` in seconds or `retryAt`. */
function failure(error: unknown): { status: number; retryAfter?: number; retryAt?: string } {
  if (!isRouteErrorResponse(error)) return { status: 500 };
  const { retryAfter, retryAt } = Object(error.data) as { retryAfter?: unknown; retryAt?: unknown };
  return {
    status: error.status,
    retryAfter: typeof retryAfter === "number" ? retryAfter : undefined,
    retryAt: typeof retryAt === "string" ? retryAt : undefined,
  };
}
