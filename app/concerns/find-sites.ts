import type { Site } from "./concern.schema";

/** So many sites stand in a list to choose from; of more, one is found by typing. */
export const SITES_TO_CHOOSE_FROM = 15;

/** A site in one line: its label, and where it is. */
export function siteLine({ label, place }: Site): string {
  return label ? `${label} (${place})` : place;
}

/** The sites that hold every word typed, in any order; one whose label or line is exactly that stands alone. */
export function findSites(sites: Site[], typed: string): Site[] {
  const wanted = fold(typed);
  const exact = sites.filter((site) => [site.label ?? "", siteLine(site)].some((name) => fold(name) === wanted));
  if (exact.length === 1) return exact;
  const words = wanted.split(" ").filter(Boolean);
  return sites.filter((site) => words.every((word) => fold(siteLine(site)).includes(word)));
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").replace(/[\s,()]+/g, " ").trim();
}
