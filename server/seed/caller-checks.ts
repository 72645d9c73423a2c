import type { Sql } from "postgres";

/** Checks that the demo's agents once made: one passed in parts, one passed by a supervisor, one that was not passed. */
const checks = [
  { email: "anna.weber@example.com", agent: "agent@kartei.example.com", daysAgo: 95, passed: true, right: ["birth_date", "postcode", "document_amount"], wrong: [], reason: null },
  { email: "einkauf@nordlicht.example.com", agent: "agent2@kartei.example.com", daysAgo: 30, passed: true, right: ["postcode"], wrong: ["document_amount"], reason: "Rückruf über die Zentrale, Frau Petersen persönlich erreicht" },
  { email: "eszter.nagy@example.com", agent: "agent3@kartei.example.com", daysAgo: 12, passed: false, right: ["postcode"], wrong: ["birth_date", "birth_date"], reason: null },
];

/** Adds them where nobody was checked yet; for its owner's connection. */
export async function addCallerChecks(sql: Sql): Promise<void> {
  const [present] = await sql`select from private.caller_checks limit 1`;
  if (present) return;
  for (const { email, agent, daysAgo, passed, right, wrong, reason } of checks) {
    await sql`with made as (
        insert into private.caller_checks (customer_id, staff_id, begun_at, passed_at, expires_at, overridden_by, override_reason)
        select l.customer_id, s.id, t.at, case when ${passed} then t.at end, case when ${passed} then t.at + interval '30 minutes' end,
          case when ${reason}::text is not null then (select o.id from public.staff o where o.email = 'supervisor@kartei.example.com') end, ${reason}
        from public.logins l, public.staff s, (select now() - make_interval(days => ${daysAgo}) as at) t
        where l.email = ${email} and s.email = ${agent} limit 1 returning id, begun_at)
      insert into private.caller_check_answers (check_id, kind, correct, points, answered_at)
      select m.id, k.kind, a.correct, case when a.correct then k.points else 0 end, m.begun_at + make_interval(secs => a.place * 20)
      from made m, (select kind, true as correct, place from unnest(${right}::text[]) with ordinality r(kind, place)
        union all select kind, false, place from unnest(${wrong}::text[]) with ordinality w(kind, place)) a
      join private.caller_check_kinds k on k.kind = a.kind`;
  }
}
