import { type ConnectionPool, openPool } from "@/db/client";
import { useDatabase } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { OrgId, RecomputeId } from "@/server/kernel/id";
import { recomputeBatch } from "@/server/recompute";

/** A pool whose second COMMIT never returns, whether it reached the server or not. */
function standingAt(pool: ConnectionPool, at: string): ConnectionPool {
  let commits = 0;
  return {
    ...pool,
    async connect() {
      const connection = await pool.connect();
      return {
        ...connection,
        async query(sql, values) {
          if (sql === "commit") commits += 1;
          if (sql !== "commit" || commits < 2) return connection.query(sql, values);
          if (at === "after-commit") await connection.query(sql, values);
          process.stdout.write("standing\n");
          return new Promise(() => setInterval(() => {}, 60_000));
        },
      };
    },
  };
}

const [url = "", at = "", orgId = "", recomputeId = ""] = process.argv.slice(2);
useDatabase(standingAt(openPool(url), at));
await asOrg(OrgId.parse(orgId), () => recomputeBatch(RecomputeId.parse(recomputeId)));
throw new Error("it was not killed");
