import { Link } from "@remix-run/react";
import { PromiseList } from "~/commitments/promise-list";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Tag } from "~/ui/tag";
import type { NoteView } from "./note-view.server";

/** One note, short enough for a list and complete: when and how, who, what was done, what the customer reads of it. */
export function NoteEntry({ note, linked }: { note: NoteView; linked: boolean }) {
  const { id, when, at, way, by, reason, outcome, open, satisfied, unhappy, times, participants, done, internal, shared, concern, promises, addenda } = note;
  return (
    <article aria-labelledby={id} className="border-b border-rule py-1.5 last:border-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <time dateTime={at} className="text-sm text-ink-soft tabular-nums">{when}</time>
        {linked ? <Link id={id} to={paths.note(id)} className="font-semibold">{reason}</Link> : <span id={id} className="font-semibold">{reason}</span>}
        <Tag tone={open ? "due_soon" : "plain"}>{outcome}</Tag>
        {satisfied && <Tag tone={unhappy ? "stale" : "fresh"}>{satisfied}</Tag>}
      </p>
      <p className="text-sm text-ink-soft">{[way, by, ...times].join(" · ")}</p>
      <Text>{done}</Text>
      {internal && <><p className="text-sm text-ink-soft">{m.notes_internal()}</p><Text>{internal}</Text></>}
      {participants.length > 0 && (
        <p className="text-sm text-ink-soft">
          {m.notes_with()}{" "}
          {participants.map(({ name, spelling }, place) => <span key={place}>{place > 0 && ", "}<bdi className="font-semibold">{name}</bdi>{spelling && <bdi> ({spelling})</bdi>}</span>)}
        </p>
      )}
      {concern && <p className="text-sm"><Link to={paths.deskConcern(concern.reference)}><bdi>{concern.subject}</bdi></Link></p>}
      {shared && <Shared>{shared}</Shared>}
      {promises.length > 0 && <PromiseList promises={promises} />}
      {addenda.map((addendum) => (
        <div key={addendum.at} className="mt-1 border-l-2 border-edge pl-2">
          <p className="text-sm text-ink-soft">{m.notes_addendum_by({ who: addendum.by, when: addendum.when })}</p>
          {addendum.shared ? <Shared>{addendum.text}</Shared> : <Text>{addendum.text}</Text>}
        </div>
      ))}
    </article>
  );
}

function Text({ children }: { children: string }) {
  return <p dir="auto" className="max-w-prose wrap-anywhere whitespace-pre-wrap"><bdi>{children}</bdi></p>;
}

function Shared({ children }: { children: string }) {
  return (
    <div className="my-1 border-l-4 border-hold pl-2">
      <p className="text-sm font-semibold text-hold">{m.notes_customer_has_read()}</p>
      <Text>{children}</Text>
    </div>
  );
}
