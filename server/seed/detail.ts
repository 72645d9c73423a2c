import type { DetailValues, Provenance, SeedDetail, SeedDetailOf, SeedLogin } from "./seed-customer.ts";

type Extras = { label?: string | null; site?: number | null; verified?: boolean };

/** One contact detail, not yet primary; see `markPrimaries`. */
export function detail<Kind extends keyof DetailValues>(
  kind: Kind,
  value: DetailValues[Kind],
  provenance: Provenance,
  { label = null, site = null, verified = false }: Extras = {},
): SeedDetailOf<Kind> {
  return { kind, value, label, site, primary: false, verified, ...provenance };
}

/** Makes the first detail of each kind the primary one, in place, and returns the list. */
export function markPrimaries(details: SeedDetail[]): SeedDetail[] {
  const seen = new Set<string>();
  for (const each of details) {
    each.primary = !seen.has(each.kind);
    seen.add(each.kind);
  }
  return details;
}

/** The login that a first import gives: the first verified email, as owner. */
export function firstLogin(details: SeedDetail[], name: string): SeedLogin[] {
  const email = details.find((each) => each.kind === "email" && each.verified);
  return email?.kind === "email" ? [{ email: email.value, role: "owner", name }] : [];
}
