import { logger } from "@/server/kernel/logger";
import type { Result } from "@/server/kernel/result";
import type { CallLimits } from "./limits-of";
import { type Granted, HOLD_MS, PERMIT_MS, type ShareRequest } from "./share-out";

interface PoolDoor {
  /** This process, among those that share. */
  readonly holder: string;
  readonly limits: CallLimits;
  refresh(request: ShareRequest): Promise<Result<Granted>>;
  /** Nothing is under way, waits or is held any more. */
  onIdle?(): void;
}

/** How often a process looks while it has calls: what others gave up, and what it has to give up, takes so long. */
const LOOK_MS = 1_000;
/** How soon it looks again when it was given all it wanted, and wants more now. */
const AGAIN_MS = 20;

/**
 * This process's part of a pool: runs calls while its share and its permits last, the rest waits in the order in which it
 * came. It looks at the pool once a second while there is something to run, so that a call costs no look of its own.
 */
export class CallPool {
  readonly #door: PoolDoor;
  readonly #countsMinutes: boolean;
  readonly #waiting: (() => void)[] = [];
  #inFlight = 0;
  #wanted = 0;
  #granted: Granted = { share: 0, permits: 0 };
  /** When that was granted, on the process's own clock; and when the pool was last looked at, with or without success. */
  #grantedAt = Number.NEGATIVE_INFINITY;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking = false;
  #isShort = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(door: PoolDoor) {
    this.#door = door;
    this.#countsMinutes = door.limits.perMinute !== null;
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    await this.#turn();
    try {
      return await call();
    } finally {
      this.#inFlight -= 1;
      this.#beginWaiting();
    }
  }

  async #turn(): Promise<void> {
    if (this.#waiting.length === 0 && this.#mayBegin()) return this.#begin();
    const turn = new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (!this.#isShort) this.#lookIn(AGAIN_MS);
    return turn;
  }

  /** Nothing begins during a look: what is in flight was told with it, and a smaller share may come back. */
  #mayBegin(): boolean {
    const age = performance.now() - this.#grantedAt;
    const hasPermit = !this.#countsMinutes || (this.#granted.permits > 0 && age < PERMIT_MS);
    return !this.#looking && age < HOLD_MS && this.#inFlight < this.#granted.share && hasPermit;
  }

  #begin(): void {
    this.#inFlight += 1;
    if (this.#countsMinutes) this.#granted = { ...this.#granted, permits: this.#granted.permits - 1 };
  }

  #beginWaiting(): void {
    while (this.#waiting.length > 0 && this.#mayBegin()) {
      this.#begin();
      this.#waiting.shift()?.();
    }
  }

  #lookIn(ms: number): void {
    if (this.#looking) return;
    if (this.#timer) clearTimeout(this.#timer);
    const due = Math.max(0, this.#lookedAt + ms - performance.now());
    this.#timer = setTimeout(() => void this.#look(), due).unref();
  }

  async #look(): Promise<void> {
    this.#looking = true;
    const lookedAt = performance.now();
    const [inFlight, waiting] = [this.#inFlight, this.#waiting.length];
    // Half of what was wanted a second ago stays wanted, so that a share doesn't shrink with each breath of the queue.
    this.#wanted = Math.max(inFlight + waiting, Math.floor(this.#wanted / 2));
    const unused = lookedAt - this.#grantedAt < PERMIT_MS ? this.#granted.permits : 0;
    const { holder } = this.#door;
    const granted = await this.#ask({ holder, inFlight, waiting, wanted: this.#wanted, unused });
    this.#looking = false;
    this.#lookedAt = lookedAt;
    this.#granted = granted ?? { ...this.#granted, permits: 0 };
    if (granted) this.#grantedAt = lookedAt;
    const { share, permits } = this.#granted;
    this.#isShort = share < this.#wanted || (this.#countsMinutes && permits < waiting);
    this.#beginWaiting();
    const cameMeanwhile = this.#waiting.length > 0 && !this.#isShort;
    if (this.#wanted + this.#waiting.length > 0 || share > 0)
      this.#lookIn(cameMeanwhile ? AGAIN_MS : LOOK_MS);
    else this.#door.onIdle?.();
  }

  /** Null when the pool can't be reached: the share stands until its time is over, and the next look asks again. */
  async #ask(request: ShareRequest): Promise<Granted | null> {
    try {
      const granted = await this.#door.refresh(request);
      if (granted.ok) return granted.value;
      logger.debug({ code: granted.error.code }, "a share of calls could not be renewed");
    } catch (error) {
      logger.debug({ err: error }, "a share of calls could not be renewed");
    }
    return null;
  }
}
