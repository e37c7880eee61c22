import { engines } from "@/server/engines";

/** A switch that operators set while the product runs. What it does when nobody has set it is its `otherwise`. */
export interface Flag {
  readonly id: string;
  /** What is on while it is. */
  readonly about: string;
  /** Who decides about it, and takes it out of the code. */
  readonly owner: string;
  /** YYYY-MM-DD: after it the flag has to be gone, or its owner says for how long it stays. */
  readonly expires: string;
  readonly otherwise: boolean;
}

/** A switch for each engine: a new one for a few orgs first, a broken one off for some. For everybody there is the pause. */
const OF_ENGINES: readonly Flag[] = engines.map(({ id, label }) => ({
  id: engineFlag(id),
  about: `Runs may ask ${label}.`,
  owner: "engines",
  expires: "2027-12-31",
  otherwise: true,
}));

/** Every flag there is. A new one is a row here; whoever asks for one that isn't here gets an error at once. */
export const FLAGS: readonly Flag[] = [
  {
    id: "scheduled_runs",
    about: "Schedules start runs by themselves. Off: days pass, and are told as not started.",
    owner: "runs",
    expires: "2027-12-31",
    otherwise: true,
  },
  ...OF_ENGINES,
];

export function engineFlag(engineId: string): string {
  return `engine:${engineId}`;
}
