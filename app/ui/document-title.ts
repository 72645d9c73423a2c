import { company } from "../../kartei.config";

/** What a tab or window is called: the page, then the company. */
export function documentTitle(title: string): string {
  return `${title} · ${company.name}`;
}
