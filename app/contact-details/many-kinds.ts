/** The kinds of which there may be many, which have a label and one that comes first. */
export const manyKinds = ["shipping_address", "phone", "fax", "email"] as const;
export type ManyKind = (typeof manyKinds)[number];

export function isManyKind(kind: string): kind is ManyKind {
  return (manyKinds as readonly string[]).includes(kind);
}
