// Puts every customer's key under the newest of KEY_ENCRYPTION_KEYS. Safe to stop and to run again.
import { parseArgs } from "node:util";
import { boot } from "@/server/boot";
import { type Rotation, rotateEngineKeys } from "@/server/engine-keys";
import { openLocalDatabase } from "./local-database";

const usage = `node scripts/bootstrap.mjs scripts/rotate-keys.ts: puts customers' own keys under the newest master key
1. Put a new key before the others in KEY_ENCRYPTION_KEYS (VERSION:BASE64, a higher version), for every process, and restart.
2. Run this, until it ends with 0. Stopped half way, it goes on where it was.
3. Take the old key out of KEY_ENCRYPTION_KEYS.
Ends with 1 when a key could not be opened: it is left as it is, and needs its old master key.
Without DATABASE_URL it looks at the database "citestreak" of this clone's own Postgres.`;

const { values } = parseArgs({ options: { help: { type: "boolean", default: false } } });

if (values.help) {
  console.log(usage);
} else {
  const database = await openLocalDatabase("citestreak", { fresh: false });
  const pool = await boot({ databaseUrl: database.appUrl });
  try {
    const all = await rotateEngineKeys((sofar) => console.log(words(sofar)));
    if (all.unopened > 0) process.exitCode = 1;
    else console.log("Every key is under the newest master key: the older ones can go.");
  } finally {
    await pool.end();
    await database.stop();
  }
}

function words({ orgs, rewrapped, current, unopened }: Rotation): string {
  return `${orgs} orgs: ${rewrapped} keys re-wrapped, ${current} were already, ${unopened} could not be opened`;
}
