/** Compares the row's org with the setting, as every policy has to (db/policies.ts). */
export const OWN_ORG = "org_id = nullif((select current_setting('app.org_id', true)), '')::uuid";
const policiesOf = (table: string, using = OWN_ORG) => `
  create policy tenant on ${table} to citestreak_app using (${using});
  create policy tenant_fence on ${table} as restrictive using (${OWN_ORG});`;

/** A tenant table, a partitioned one, a view and a function, done right: what every rule has to let pass. */
export const correctAddition = `
  set local role citestreak_owner;
  create table tracking.note (org_id uuid not null, id uuid not null, run_id uuid not null, text text,
    primary key (org_id, id), foreign key (org_id, run_id) references tracking.run (org_id, id));
  alter table tracking.note enable row level security, force row level security;
  ${policiesOf("tracking.note")}
  grant select, insert, update (text), delete on tracking.note to citestreak_app;
  create table tracking.event (org_id uuid not null, id bigint generated always as identity, at date not null,
    primary key (org_id, id, at)) partition by range (at);
  alter table tracking.event enable row level security, force row level security;
  ${policiesOf("tracking.event")}
  grant select, insert on tracking.event to citestreak_app;
  create table tracking.event_2030 partition of tracking.event for values from ('2030-01-01') to ('2031-01-01');
  create view tracking.open_ask with (security_invoker) as select * from tracking.ask where state = 'planned';
  grant select on tracking.open_ask to citestreak_app;
  create function tracking.double(n integer) returns integer language sql immutable as 'select 2 * n';
  grant execute on function tracking.double(integer) to citestreak_app;
  reset role;`;
