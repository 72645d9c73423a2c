import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";

/**
 * What a tab or window is called. A page that comes back with errors says so first, because a
 * screen reader begins with the title.
 */
export function documentTitle(title: string, { hasErrors = false } = {}): string {
  const full = `${title} · ${company.name}`;
  return hasErrors ? `${m.shell_error_prefix()}: ${full}` : full;
}
