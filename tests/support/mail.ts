import { product, sql } from "./backend.ts";
import { nextMail } from "./inbox.ts";
import type { ReceivedMail } from "./inbox.ts";

/** Waits until the worker has sent a mail to an address after `seen` earlier ones, and returns it. */
export function mailFromWorker(address: string, seen = 0): Promise<ReceivedMail> {
  return nextMail(product, address, seen, () => sentTo(address));
}

async function sentTo(address: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from private.outbox o
    left join private.code_requests r on r.id = o.code_request_id
    left join public.logins l on l.id = o.to_login
    left join public.contact_detail_values v on v.id = o.to_value
    left join private.invitations i on i.id = o.invitation_id
    where o.state = 'sent' and ${address} in (r.email, l.email, v.value #>> '{}', i.email)`;
  return row?.count ?? 0;
}
