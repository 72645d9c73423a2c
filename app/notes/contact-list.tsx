import { PromiseList } from "~/commitments/promise-list";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import type { ContactView } from "./note-view.server";

/** A customer's contacts with us, newest first: when and how, with whom, how long on hold, what was promised and what we wrote down for them. */
export function ContactList({ contacts }: { contacts: ContactView[] }) {
  return (
    <ol className="mb-(--gap) grid max-w-3xl gap-4">
      {contacts.map(({ id, when, at, way, by, held, shared, promises, addenda }) => (
        <li key={id} className="sheet pt-3">
          <h2 className="text-lg">{way}</h2>
          <p className="text-ink-soft"><time dateTime={at}>{when}</time></p>
          <dl className="my-2 grid gap-x-6 sm:grid-cols-[auto_1fr]">
            <dt className="text-ink-soft">{m.notes_your_with()}</dt>
            <dd><bdi>{by}</bdi>, {company.name}</dd>
            {held && <><dt className="text-ink-soft">{m.notes_your_held()}</dt><dd>{held}</dd></>}
          </dl>
          {promises.length > 0 && <><h3 className="mt-3 text-base">{m.notes_your_promises()}</h3><PromiseList promises={promises} /></>}
          {shared && <><h3 className="mt-3 text-base">{m.notes_your_text()}</h3><Text>{shared}</Text></>}
          {addenda.map((addendum) => (
            <div key={addendum.at}>
              <h3 className="mt-3 text-base">{m.notes_your_addendum({ when: addendum.when })}</h3>
              <Text>{addendum.text}</Text>
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

function Text({ children }: { children: string }) {
  return <p dir="auto" className="wrap-anywhere whitespace-pre-wrap"><bdi>{children}</bdi></p>;
}
