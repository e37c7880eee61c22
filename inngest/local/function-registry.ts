import type { FunctionPlan } from "./function-plan";
import type { FunctionCaller } from "./sdk-caller";

/** A function that can be driven, and how it is called. */
export interface KnownFunction {
  readonly plan: FunctionPlan;
  readonly caller: FunctionCaller;
}

/** The functions that a worker can drive: those of its own app, and of the apps that have registered with it. */
export class FunctionRegistry {
  readonly #openCaller: (endpoint: string) => FunctionCaller;
  readonly #callers = new Map<string, FunctionCaller>();
  readonly #apps = new Map<string, readonly KnownFunction[]>();
  #plans: readonly FunctionPlan[] = [];

  constructor(openCaller: (endpoint: string) => FunctionCaller) {
    this.#openCaller = openCaller;
  }

  get plans(): readonly FunctionPlan[] {
    return this.#plans;
  }

  find(functionId: string): KnownFunction | undefined {
    for (const functions of this.#apps.values()) {
      const known = functions.find(({ plan }) => plan.id === functionId);
      if (known) return known;
    }
    return undefined;
  }

  /** The caller of the SDK endpoint at a URL, the same one each time: calls in flight outlive a new registration. */
  #callerAt(endpoint: string): FunctionCaller {
    const caller = this.#callers.get(endpoint) ?? this.#openCaller(endpoint);
    this.#callers.set(endpoint, caller);
    return caller;
  }

  /** Takes over the functions that an app serves at `endpoint`, in place of those that it had before. */
  replace(appId: string, endpoint: string, plans: readonly FunctionPlan[]): void {
    const caller = this.#callerAt(endpoint);
    this.#apps.set(
      appId,
      plans.map((plan) => ({ plan, caller })),
    );
    this.#plans = [...this.#apps.values()].flatMap((functions) => functions.map(({ plan }) => plan));
  }

  close(): void {
    for (const caller of this.#callers.values()) caller.close();
  }
}
