import type { z } from "zod";
import { assertMinted, type ReservationToken } from "@/server/credits";
import type { AskId } from "@/server/kernel/id";
import type {
  EngineStatus,
  LocaleMapping,
  MeasuredRequest,
  Observability,
  ParsedAnswer,
  Surface,
} from "./contract";
import { missingVariables, readEngineEnv, sandboxUrl } from "./engine-env";
import { EngineError } from "./engine-error";

type EnvOf<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;
export type Environment = Record<string, string | undefined>;

/** ISO 3166-1 alpha-2 country, ISO 639-1 language, a city by its plain name. */
export interface Locale {
  readonly country: string;
  readonly language: string;
  readonly city?: string | undefined;
}

export interface AskRequest {
  readonly token: ReservationToken;
  readonly askId: AskId;
  readonly prompt: string;
  readonly locale: Locale;
}

/** What came over the wire, unchanged: stored for good, so that a better parser can read it again. */
export interface RawReply {
  readonly httpStatus: number;
  readonly contentType: string;
  readonly body: string;
  readonly startedAt: Date;
  readonly latencyMs: number;
}

/** What an adapter gets: its own variables, checked, and the outside world. `timeoutMs` is of this one attempt. */
interface AdapterDeps<Env> {
  readonly fetch: typeof globalThis.fetch;
  readonly env: Env;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What a caller may hand in. Everything has a default: the global fetch, process variables, the engine's own timeout. */
export interface AskDeps {
  readonly fetch?: typeof globalThis.fetch;
  readonly environment?: Environment;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface EngineLimits {
  /** Of one try. */
  readonly timeoutMs: number;
  /** Of an ask: its tries and the waits between them, from the first try's beginning. No try begins that could end later. */
  readonly budgetMs: number;
  /** Calls in flight, and calls begun in any minute, that the vendor grants to one key of a usual account. */
  readonly concurrency: number;
  readonly callsPerMinute: number;
  readonly promptChars: number;
}

interface EngineFacts {
  /** Text, stable for ever: it stands in the database beside every answer. */
  readonly id: string;
  readonly label: string;
  readonly surface: Surface;
  /** Names exactly what is sent. A change of it is a series break, so it gets a new name and never a silent edit. */
  readonly contract: string;
  /** Whole credits per answer. A page without an answer costs the same unless it says otherwise. */
  readonly price: { readonly credits: number; readonly noAnswerShownCredits?: number };
  /**
   * Micros (millionths of a US dollar) that one answer costs us at most in all likelihood, by the vendor's price list. So
   * much is held against the daily ceiling before the call; what it really cost takes its place afterwards.
   */
  readonly estimateMicros: number;
  readonly limits: EngineLimits;
  readonly observability: Observability;
  readonly localeMapping: LocaleMapping;
  readonly request: MeasuredRequest;
  /** What one should know before one reads its numbers, in whole sentences for customers. */
  readonly knownLimits: readonly string[];
}

interface EngineDefinition<Shape extends z.ZodRawShape> extends EngineFacts {
  /** Variables the engine needs: a zod raw shape. */
  readonly env: Shape;
  /** The route that the sandbox serves for it, and the variables that lead there. */
  readonly sandbox: { readonly path: string; env(origin: string): EnvOf<Shape> };
  ask(request: AskRequest, deps: AdapterDeps<EnvOf<Shape>>): Promise<RawReply>;
  parse(rawBody: string): ParsedAnswer;
}

/** An engine as the rest of the product sees it. */
export interface Engine extends EngineFacts {
  readonly sandboxPath: string;
  /** Names of the variables that it reads, in the order of its shape. */
  readonly variables: readonly string[];
  /** Their values, checked; those that lead to the sandbox where one is set. Throws when one is missing. */
  settings(environment?: Environment): Readonly<Record<string, unknown>>;
  status(environment?: Environment): EngineStatus;
  ask(request: AskRequest, deps?: AskDeps): Promise<RawReply>;
  parse(rawBody: string): ParsedAnswer;
}

/**
 * Makes an engine of its parts. The reservation is checked here, before the adapter sees the request, so that no adapter
 * can forget it. With ENGINE_SANDBOX_URL set, every engine talks to that server with dummy keys.
 */
export function defineEngine<Shape extends z.ZodRawShape>(definition: EngineDefinition<Shape>): Engine {
  const { env: shape, sandbox, ask, ...facts } = definition;

  function status(environment?: Environment): EngineStatus {
    if (sandboxUrl(environment)) return { ready: true, sandbox: true };
    const missing = missingVariables(shape, environment);
    if (missing.length === 0) return { ready: true, sandbox: false };
    return { ready: false, reason: `${facts.label} has no key: set ${missing.join(" and ")}` };
  }

  function settings(environment?: Environment): EnvOf<Shape> {
    const origin = sandboxUrl(environment);
    return origin ? sandbox.env(origin) : readEngineEnv(shape, environment);
  }

  return {
    ...facts,
    sandboxPath: sandbox.path,
    variables: Object.keys(shape),
    settings,
    status,
    async ask(request, deps = {}) {
      assertMinted(request.token);
      if (request.token.askId !== request.askId) {
        throw new Error("no reservation: this token was minted for another ask");
      }
      const now = status(deps.environment);
      if (!now.ready) throw notReady(now.reason);
      if (request.prompt.length > facts.limits.promptChars) throw tooLong(facts.label, facts.limits);
      return ask(request, {
        fetch: deps.fetch ?? globalThis.fetch,
        env: settings(deps.environment),
        timeoutMs: deps.timeoutMs ?? facts.limits.timeoutMs,
        signal: deps.signal,
      });
    },
  };
}

function notReady(reason: string): EngineError {
  return new EngineError({ kind: "not_ready", retryable: false, mayHaveBeenPaid: false, message: reason });
}

function tooLong(label: string, limits: EngineLimits): EngineError {
  const message = `${label} takes prompts of at most ${limits.promptChars} characters`;
  return new EngineError({ kind: "rejected", retryable: false, mayHaveBeenPaid: false, message });
}
