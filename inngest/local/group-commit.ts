/**
 * Writes that come one by one, saved together: while a batch is on its way to the database the next one gathers, so a
 * busy worker pays for one transaction where it would pay for fifty, and an idle one waits for nobody.
 */
export class GroupCommit<Item, Outcome> {
  readonly #save: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  #waiting: { item: Item; settle: PromiseWithResolvers<Outcome> }[] = [];
  #busy = false;

  /** `save` writes a batch in one transaction and gives one outcome for each item, in order. */
  constructor(save: (items: readonly Item[]) => Promise<readonly Outcome[]>) {
    this.#save = save;
  }

  /** Resolves when `item` is durable. Rejects, with the whole batch, when the batch couldn't be written. */
  add(item: Item): Promise<Outcome> {
    const settle = Promise.withResolvers<Outcome>();
    this.#waiting.push({ item, settle });
    if (!this.#busy) void this.#drain();
    return settle.promise;
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    // One turn of the event loop, so that what becomes ready together is written together.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const outcomes = await this.#save(batch.map(({ item }) => item));
        for (const [index, { settle }] of batch.entries()) {
          const outcome = outcomes[index];
          if (outcome === undefined) settle.reject(new Error("a batch gave too few outcomes"));
          else settle.resolve(outcome);
        }
      } catch (error) {
        for (const { settle } of batch) settle.reject(error);
      }
    }
    this.#busy = false;
  }
}
