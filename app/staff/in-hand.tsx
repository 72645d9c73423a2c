import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import type { MemberPageView } from "./staff-view.server";

/** What somebody has in hand, for whoever takes it up when they leave. */
export function InHand({ inHand: { tasks, concerns, promises, drafts } }: { inHand: MemberPageView["inHand"] }) {
  if (tasks.length + concerns.length + promises.length + drafts.length === 0) return <p>{m.staff_in_hand_nothing()}</p>;
  return (
    <>
      {tasks.length > 0 && (
        <>
          <h2 className="mt-2 text-base font-semibold">{m.desk_tasks_title()}</h2>
          <ul className="list-disc pl-6">{tasks.map(({ id, customer }) => <li key={id}><Link to={paths.task(id)}><bdi>{customer}</bdi></Link></li>)}</ul>
        </>
      )}
      {concerns.length > 0 && (
        <>
          <h2 className="mt-2 text-base font-semibold">{m.concerns_desk_title()}</h2>
          <ul className="list-disc pl-6">{concerns.map(({ reference, subject }) => <li key={reference}><Link to={paths.deskConcern(reference)}><bdi>{subject}</bdi></Link></li>)}</ul>
        </>
      )}
      {drafts.length > 0 && (
        <>
          <h2 className="mt-2 text-base font-semibold">{m.commitments_drafts()}</h2>
          <ul className="list-disc pl-6">{drafts.map(({ account, customer, started }) => <li key={account}><Link to={paths.newNote(account)}><bdi>{customer}</bdi></Link> · {started}</li>)}</ul>
        </>
      )}
      {promises.length > 0 && (
        <>
          <h2 className="mt-2 text-base font-semibold">{m.commitments_title()}</h2>
          <ul className="list-disc pl-6">{promises.map(({ id, what }) => <li key={id}><Link to={paths.commitment(id)}><bdi>{what}</bdi></Link></li>)}</ul>
        </>
      )}
    </>
  );
}
