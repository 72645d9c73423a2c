import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { formText } from "~/form-text";
import { createKeeper, type Keeping, type Typed } from "./draft-keeper";
import type { Draft } from "./note.schema";
import { readFields } from "./note-fields";
import { sendTyped } from "./send-typed";
import { newestShelved, shelfOf, takeOver } from "./shelf";

/**
 * Keeps what is typed into `form`, on the server and until then in the browser. `show` puts other words into the form:
 * those that a lost page or connection has left in the browser, or those that another page has typed. `unsent` says that
 * the form shows more than the draft holds; `staff` is who types.
 */
export function useKeeper({ form, staff, draft, tab, unsent, show }: {
  form: RefObject<HTMLFormElement>;
  staff: string;
  draft: Draft;
  tab: string;
  unsent: boolean;
  show: (typed: Typed) => void;
}) {
  const [keeping, setKeeping] = useState<Keeping>("kept");
  const keeper = useRef<ReturnType<typeof createKeeper> | null>(null);

  const typed = useCallback((): Typed => {
    const data = new FormData(form.current ?? undefined);
    return { way: formText(data, "way"), fields: readFields(data) };
  }, [form]);

  useEffect(() => {
    const { id } = draft.clock;
    const shelved = newestShelved(staff, id);
    const made = createKeeper({ version: draft.version, heirOf: shelved?.tab ?? null, shelf: shelfOf(staff, id, tab), tell: setKeeping, send: (what, version) => sendTyped(id, { ...what, tab, version }) });
    keeper.current = made;
    if (shelved) {
      const mine = shelved.version === draft.version || shelved.tab === draft.typedIn;
      show(shelved);
      if (mine) made.typed(shelved);
      else made.halt(shelved);
      if (!mine) setKeeping({ behind: draft });
      // What a third page has left stays, and comes up when the note is opened the next time.
      takeOver(staff, id, shelved.tab, tab);
    } else if (unsent) {
      made.typed(typed());
    }
    const flush = () => { void made.flush(); };
    window.addEventListener("online", flush);
    window.addEventListener("pagehide", flush);
    // Signing out is a form too, and empties the shelf.
    document.addEventListener("submit", flush);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("submit", flush);
      flush();
      made.stop();
    };
    // Once for each page: what the props say later is what this page has typed itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return {
    keeping,
    /** Takes what stands in the form now. */
    take: useCallback(() => { keeper.current?.typed(typed()); }, [typed]),
    /** Overwrites what another page has typed, or gives way to it. */
    choose: (theirs: Draft, mine: boolean) => { keeper.current?.goOnFrom(theirs.version, mine ? typed() : null); },
    /** Before the form is sent: from now on the form is what counts. Returns the version that it was typed over. */
    hand: () => {
      keeper.current?.halt(typed());
      return keeper.current?.version() ?? draft.version;
    },
  };
}
