import pg from "pg";

/** What became of it: nothing to do is an outcome of its own, so that a script can say so. */
export type OperatorChange = "added" | "removed" | "unchanged" | "no such person";

/**
 * Makes the person of that e-mail address an operator of the platform. Over the owner's connection: the app role has no
 * right to. Throws when `ownerUrl` can't be reached or its role may not.
 */
export function addOperator(ownerUrl: string, email: string): Promise<OperatorChange> {
  return change(
    ownerUrl,
    email,
    "insert into identity.operator (user_id) values ($1) on conflict do nothing returning user_id",
    "added",
  );
}

/** Takes it back: from that person's next request on. Throws as above. */
export function removeOperator(ownerUrl: string, email: string): Promise<OperatorChange> {
  return change(
    ownerUrl,
    email,
    "delete from identity.operator where user_id = $1 returning user_id",
    "removed",
  );
}

async function change(
  ownerUrl: string,
  email: string,
  sql: string,
  changed: "added" | "removed",
): Promise<OperatorChange> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const found = await client.query<{ id: string }>(`select id from identity."user" where email = $1`, [
      email.trim().toLowerCase(),
    ]);
    const [person] = found.rows;
    if (!person) return "no such person";
    const { rows } = await client.query(sql, [person.id]);
    return rows.length === 0 ? "unchanged" : changed;
  } finally {
    await client.end();
  }
}
