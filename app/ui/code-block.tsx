/** A command, a secret or an example to copy, as it is; what is too long scrolls sideways by itself, by keyboard too. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <pre role="region" aria-label={label} tabIndex={0} lang="zxx" dir="ltr" className="mb-(--gap) overflow-x-auto border border-edge bg-card p-(--inset) font-ref text-sm">
      <code>{children}</code>
    </pre>
  );
}
