import { useLocation } from "@remix-run/react";
import { type MouseEvent, useEffect, useRef, useSyncExternalStore } from "react";
import { m } from "~/i18n/messages";
import { fieldId } from "./field-id";

export interface FieldError {
  /** The form name of the field; without one the message stands alone. */
  name?: string;
  message: string;
}

/**
 * What is wrong with a form, above it, each line leading to its field. It takes the focus when the
 * page comes back, also where no script runs. Nothing is shown when nothing is wrong.
 */
export function ErrorSummary({ errors }: { errors: FieldError[] }) {
  const summary = useRef<HTMLDivElement>(null);
  const hydrating = !useSyncExternalStore(neverChanges, () => true, () => false);
  const cameWithPage = useRef(hydrating);
  const { key } = useLocation();
  const news = errors.length > 0 && [key, ...errors.map(({ message }) => message)].join("\n");
  // Where the page does not load anew, `autofocus` says nothing. Where it did, whoever waits for no script may be typing
  // already; and a page that is only drawn again has nothing new to say.
  useEffect(() => {
    if (news && !cameWithPage.current) summary.current?.focus();
    cameWithPage.current = false;
  }, [news]);
  if (errors.length === 0) return null;
  return (
    <div ref={summary} role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title" className="mb-(--gap) max-w-xl border-4 border-danger bg-card p-(--inset)">
      <h2 id="error-summary-title" className="text-lg">
        {m.shell_error_summary()}
      </h2>
      <ul className="mt-2">
        {errors.map(({ name, message }) => (
          <li key={`${name} ${message}`} className="py-1">
            {name ? <ErrorLink name={name} message={message} /> : message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Sentences by form name, as the summary lists them. */
export function errorsByName(errors: Record<string, string | undefined> | undefined): FieldError[] {
  return Object.entries(errors ?? {}).flatMap(([name, message]) => (message ? [{ name, message }] : []));
}

function ErrorLink({ name, message }: { name: string; message: string }) {
  return (
    <a href={`#${fieldId(name)}`} onClick={goToField} className="font-semibold text-danger">
      {message}
    </a>
  );
}

function neverChanges() {
  return () => undefined;
}

// Where scripts run, the router takes a change of the address for a new page and forgets what was typed on this one.
function goToField(event: MouseEvent<HTMLAnchorElement>): void {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView();
  field.focus();
}
