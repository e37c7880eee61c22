import { beforeAll } from "vitest";
import type { TestDatabase } from "@/db/testing/test-database";

/**
 * For a file in which engines fail again and again, and whose subject isn't the breaker: in its database none opens, whichever
 * process tells what its calls came to.
 */
export function leaveBreakersClosed({ inspect }: Pick<TestDatabase, "inspect">): void {
  beforeAll(async () => {
    await inspect(`
      create function ops.stay_closed() returns trigger language plpgsql as $$ begin
        new.state := 'closed'; new.open_until := null; new.window_faults := 0; new.window_limited := 0; return new;
      end $$;
      create trigger stay_closed before update on ops.engine_health for each row execute function ops.stay_closed()`);
  });
}
