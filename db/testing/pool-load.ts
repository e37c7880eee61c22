import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { ConnectionPool } from "../client";

/** Values in [0, 1). */
export type Random = () => number;

/** A small seeded generator (mulberry32): the same load for the same seed. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Lets others go first: a turn of the event loop, or up to 2 ms. */
export async function pause(random: Random): Promise<void> {
  await (random() < 0.5 ? nextTurn() : sleep(random() * 2));
}

/**
 * The pool with pauses around both ends of each transaction, and once in fifty a connection that isn't to be had. BEGIN
 * itself is sent at once: what goes out with it must stay behind it, as on a real connection.
 */
export function unsteadyPool(pool: ConnectionPool, random: Random): ConnectionPool {
  return {
    ...pool,
    async connect() {
      await pause(random);
      if (random() < 0.02) throw new Error("no connection");
      const connection = await pool.connect();
      return {
        ...connection,
        async query(sql, values) {
          if (!sql.startsWith("begin")) await pause(random);
          const answered = await connection.query(sql, values);
          await pause(random);
          return answered;
        },
      };
    },
  };
}

/** What each of the pool's `size` connections has as its org, all held at once; null where none is left. */
export async function settingsLeft(pool: ConnectionPool, size: number): Promise<unknown[]> {
  const connections = await Promise.all(Array.from({ length: size }, () => pool.connect()));
  try {
    const left = [];
    for (const connection of connections) {
      const { rows } = await connection.query(
        "select nullif(current_setting('app.org_id', true), '') as org_id",
      );
      left.push(rows[0]?.org_id);
    }
    return left;
  } finally {
    for (const connection of connections) connection.release();
  }
}
