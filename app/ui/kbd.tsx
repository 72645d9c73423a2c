/** A key to press, shown beside what it does. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="inline-block min-w-[1.6em] border border-b-2 border-edge bg-card px-1 text-center font-ref text-[0.85em]">{children}</kbd>;
}
