import { readFile } from "node:fs/promises";

const SAMPLE_MS = 500;
/** What a process holds while it fills its pools, caches and heap says nothing of what it keeps. */
const WARM_UP = 1 / 4;

/** Resident memory of a process, in MB, from the kernel's own account; 0 where there is none (not Linux). */
async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}

/** Looks at a process's resident memory until the end, which gives a line: how it went after the warm-up, in quarters. */
export function watchMemory(pid: number | undefined): { end(): string } {
  const samples: number[] = [];
  const timer = setInterval(async () => samples.push(await residentMb(pid)), SAMPLE_MS);
  return {
    end() {
      clearInterval(timer);
      const warm = samples.slice(Math.floor(samples.length * WARM_UP));
      const quarter = Math.max(1, Math.floor(warm.length / 4));
      const quarters = [0, 1, 2, 3].map((index) =>
        mean(warm.slice(index * quarter, index === 3 ? undefined : (index + 1) * quarter)),
      );
      const [first = 0, , , last = 0] = quarters;
      const growth = first === 0 ? 0 : (last / first - 1) * 100;
      const shown = quarters.map((each) => each.toFixed(0)).join(", ");
      return `resident memory by quarters after warm-up: ${shown} MB, growth ${growth.toFixed(1)} %`;
    },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
