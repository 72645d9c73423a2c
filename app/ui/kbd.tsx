import { m } from "~/i18n/messages";

/** A key to press, shown beside what it does; named as `aria-keyshortcuts` does. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="inline-block min-w-[1.6em] border border-b-2 border-edge bg-card px-1 text-center font-ref text-[0.85em]">{children.replace("Control", m.shell_key_control())}</kbd>;
}
