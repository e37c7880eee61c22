import type { AnswerPlace, AnswerSource } from "./sandbox-answer";

/** What is known of one ask since it was first seen. */
interface BookedAsk {
  readonly place: AnswerPlace;
  readonly observedAt: Date;
  readonly attempt: number;
}

const dayMs = 86_400_000;

/**
 * Remembers each ask by the caller's own id: its ordinal within its series, its simulated day and time. The same id always
 * finds the same place, so a second purchase after a crash gets the same answer. Day 0 is that of the clock's first value.
 */
export class AskBook {
  private readonly asks = new Map<string, BookedAsk>();
  private readonly ordinals = new Map<string, number>();
  private clockSetAt = Date.now();
  private clockValue: number | null = null;
  private firstDay: number | null = null;

  constructor(private readonly source: AnswerSource) {}

  get distinctRequestIds(): number {
    return this.asks.size;
  }

  /** Simulated time: what was set, running on in real time; real time if it was never set. */
  now(): Date {
    return new Date(this.clockValue === null ? Date.now() : this.clockValue + Date.now() - this.clockSetAt);
  }

  setClock(to: Date): void {
    this.clockValue = to.getTime();
    this.clockSetAt = Date.now();
    this.firstDay ??= Math.floor(to.getTime() / dayMs);
  }

  /** Books one more attempt of an ask. */
  book(engineId: string, requestId: string, prompt: string, language?: string): BookedAsk {
    const key = `${engineId}\u0000${requestId}`;
    const known = this.asks.get(key);
    const booked = known ? { ...known, attempt: known.attempt + 1 } : this.first(engineId, prompt, language);
    this.asks.set(key, booked);
    return booked;
  }

  private first(engineId: string, prompt: string, language: string | undefined): BookedAsk {
    const observedAt = this.now();
    const today = Math.floor(observedAt.getTime() / dayMs);
    this.firstDay ??= today;
    const series = { engineId, prompt, day: today - this.firstDay };
    const key = this.source.seriesOf(series);
    const ordinal = this.ordinals.get(key) ?? 0;
    this.ordinals.set(key, ordinal + 1);
    return { place: { ...series, ordinal, language }, observedAt, attempt: 1 };
  }
}
