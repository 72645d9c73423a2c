/** An account number or a reference, in type that tells every letter apart and does not break. */
export function Reference({ children }: { children: string }) {
  return <span className="font-ref text-[0.95em] tracking-wide whitespace-nowrap">{children}</span>;
}
