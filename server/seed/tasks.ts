import type { Sql } from "postgres";

/** Gives the demo's desk some open work: two company names to decide on, and three changes that their customers object to. */
export async function openDemoTasks(sql: Sql): Promise<void> {
  await sql`
    insert into public.tasks (cause, customer_id, department_id, proposal, due_at)
    select 'company_name_change', c.id, d.id, jsonb_build_object('detail', n.id, 'version', n.version,
        'value', jsonb_build_object('company', (n.value->>'company') || ' & Partner')),
      case c.place when 1 then now() - interval '5 hours' else now() + interval '3 days' end
    from (select id, row_number() over (order by account_number) as place from public.customers
      where kind = 'company' and account_number > '95' order by account_number limit 2) c
    join private.current_details n on n.customer_id = c.id and n.kind = 'name'
    join public.departments d on d.code = case c.place when 1 then 'billing' else 'customer_service' end`;
  await sql`
    insert into public.tasks (cause, customer_id, department_id, proposal, due_at)
    select 'update_disputed', c.id, d.id, jsonb_build_object('reference', (select u.reference from public.updates u
        where u.customer_id = c.id order by u.occurred_at desc limit 1), 'undoneBy', null), now() + c.place * interval '6 hours'
    from (select id, row_number() over (order by account_number) as place from public.customers
      where kind = 'person' and account_number > '96' order by account_number limit 3) c, public.departments d where d.code = 'customer_service'`;
  await sql`
    with mine as (select t.id as task, s.id as staff from public.staff s, lateral (
      select id from public.tasks where cause = 'update_disputed' order by due_at limit 1) t where s.email = 'agent2@kartei.example.com'),
    moved as (insert into private.task_moves (task_id, act, by_staff, to_staff) select task, 'claimed', staff, staff from mine)
    update public.tasks t set claimed_by = mine.staff from mine where t.id = mine.task`;
}
