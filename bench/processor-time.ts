import { readdir, readFile } from "node:fs/promises";

/** The fields of /proc/PID/stat after the command's name, which may hold spaces itself. */
async function statOf(pid: number | string): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

const TICKS_PER_SECOND = 100;
const [PARENT, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM] = [1, 11, 12, 13, 14];

/** Seconds of processor time of a process so far, from the kernel's own account; 0 where there is none (not Linux). */
export async function processorSeconds(pid: number | undefined): Promise<number> {
  const fields = await statOf(pid ?? "none");
  return (Number(fields[USER] ?? 0) + Number(fields[SYSTEM] ?? 0)) / TICKS_PER_SECOND;
}

/** The same of the whole Postgres server that `backendPid` belongs to: its postmaster, its live and its ended backends. */
export async function serverSeconds(backendPid: number): Promise<number> {
  const postmaster = (await statOf(backendPid))[PARENT];
  const own = await statOf(postmaster ?? "none");
  let ticks = Number(own[CHILDREN_USER] ?? 0) + Number(own[CHILDREN_SYSTEM] ?? 0);
  for (const pid of (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const fields = await statOf(pid);
    if (fields[PARENT] === postmaster || pid === postmaster)
      ticks += Number(fields[USER]) + Number(fields[SYSTEM]);
  }
  return ticks / TICKS_PER_SECOND;
}
