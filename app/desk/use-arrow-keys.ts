import { type RefObject, useEffect } from "react";
import { isTyping } from "~/ui/is-typing";
import { nextIndex } from "./next-index";

/** Lets the up and down arrows move through the links of a list, from a search box too, in which they have no other use. */
export function useArrowKeys(list: RefObject<HTMLElement>) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (isTyping(event.target) && !isSearchBox(event.target)) return;
      const links = [...(list.current?.querySelectorAll("a") ?? [])];
      const next = nextIndex(links.findIndex((link) => link === document.activeElement), event.key, links.length);
      if (next === null) return;
      event.preventDefault();
      links[next]?.focus();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [list]);
}

function isSearchBox(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === "search";
}
