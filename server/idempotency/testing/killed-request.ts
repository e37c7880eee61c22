import { type ConnectionPool, openPool } from "@/db/client";
import { useDatabase } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { OrgId } from "@/server/kernel/id";
import { requestRun } from "@/server/runs";

/** Where the process stands still until it is killed: with everything written and nothing committed, or just after. */
export type StandAt = "before-commit" | "after-commit";

/** A pool whose first COMMIT never returns, whether it reached the server or not. */
function standingAt(pool: ConnectionPool, at: string): ConnectionPool {
  return {
    ...pool,
    async connect() {
      const connection = await pool.connect();
      return {
        ...connection,
        async query(sql, values) {
          if (sql !== "commit") return connection.query(sql, values);
          if (at === "after-commit") await connection.query(sql, values);
          process.stdout.write("standing\n");
          return new Promise(() => setInterval(() => {}, 60_000));
        },
      };
    },
  };
}

const [url = "", at = "", orgId = "", input = "{}"] = process.argv.slice(2);
useDatabase(standingAt(openPool(url), at));
await asOrg(OrgId.parse(orgId), () => requestRun(JSON.parse(input)));
throw new Error("it was not killed");
