import { useEffect, useRef } from "react";

/** Does what a function key stands for, also while somebody types: such keys write nothing. A key without an act is left to the browser. */
export function useFunctionKeys(acts: Record<string, (() => void) | undefined>): void {
  const latest = useRef(acts);
  useEffect(() => { latest.current = acts; });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => { document.removeEventListener("keydown", onKeyDown); };
  }, []);
}
