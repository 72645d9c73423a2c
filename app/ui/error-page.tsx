import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { retryWait } from "~/i18n/retry";
import { CustomerShell } from "./customer-shell";
import { PageTitle } from "./page-title";
import { Reference } from "./reference";

interface ErrorPageProps {
  /** The HTTP status of the answer. */
  status: number;
  /** Seconds after which another try makes sense, for 429 and 503. */
  retryAfter?: number;
  /** The moment from which it does (ISO), where that is known. */
  retryAt?: string;
}

/** What went wrong, whether anything was lost, and what to do now. It never shows the error itself; whom to ask stands in the footer. */
export function ErrorPage({ status, retryAfter, retryAt }: ErrorPageProps) {
  const { title, text } = errorWords({ status, retryAfter, retryAt });
  return (
    <CustomerShell>
      <PageTitle caption={<Reference>{String(status)}</Reference>}>{title}</PageTitle>
      <p className="mb-(--gap) max-w-prose">{text}</p>
      <p>
        <a href="/">{m.shell_error_front()}</a>
      </p>
    </CustomerShell>
  );
}

/** The title and the explanation for a status; statuses that have none of their own share one per kind. */
export function errorWords({ status, retryAfter, retryAt }: ErrorPageProps): { title: string; text: string } {
  const when = retryAt ? retryWait(retryAt) : retryAfter === undefined ? m.shell_error_soon() : inMinutes(retryAfter);
  switch (status) {
    case 401:
    case 403:
      return { title: m.shell_error_403_title(), text: m.shell_error_403_text() };
    case 404:
      return { title: m.shell_error_404_title(), text: m.shell_error_404_text() };
    case 409:
      return { title: m.shell_error_409_title(), text: m.shell_error_409_text() };
    case 413:
      return { title: m.shell_error_413_title(), text: m.shell_error_413_text() };
    case 429:
      return { title: m.shell_error_429_title(), text: m.shell_error_429_text({ when }) };
    case 503:
      return { title: m.shell_error_503_title(), text: m.shell_error_503_text({ when }) };
  }
  if (status < 500) return { title: m.shell_error_400_title(), text: m.shell_error_400_text() };
  return { title: m.shell_error_500_title(), text: m.shell_error_500_text() };
}

function inMinutes(seconds: number): string {
  return new Intl.RelativeTimeFormat(getLocale()).format(Math.max(1, Math.ceil(seconds / 60)), "minute");
}
