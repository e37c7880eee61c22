import type { CDPSession, Page } from "@playwright/test";

declare global {
  interface Window {
    longTasks: number[];
  }
}

/** The longest task of a page's main thread, in milliseconds. */
export interface LongestTask {
  /** From its beginning to its end, as PerformanceObserver tells it; 0 when none was over 50. */
  readonly byTheClock: number;
  /** What the thread itself worked, without the time in which the machine let others run. */
  readonly ofTheProcessor: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Watches the main thread from the next page on. Tell it what is done, and it tells the longest task meanwhile. */
export async function watchLongTasks(
  page: Page,
): Promise<(work: () => Promise<void>) => Promise<LongestTask>> {
  await page.addInitScript(() => {
    window.longTasks = [];
    const note = (entries: PerformanceObserverEntryList) => {
      for (const { duration } of entries.getEntries()) window.longTasks.push(duration);
    };
    new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  return async (work) => {
    await page.evaluate(() => window.longTasks?.splice(0));
    const ofTheProcessor = await processorTime(session, async () => {
      await work();
      // The observer is told of a task after its end.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    });
    return { byTheClock: await page.evaluate(() => Math.max(0, ...window.longTasks)), ofTheProcessor };
  };
}

async function processorTime(session: CDPSession, work: () => Promise<void>): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...asEvents(value));
  session.on("Tracing.dataCollected", collect);
  const includedCategories = ["toplevel"];
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  await work();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mainThreads = new Set(
    events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(threadOf),
  );
  return events
    .filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && mainThreads.has(threadOf(event)))
    .reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}

/** Chromium's trace event format has these fields in every event. */
function asEvents(value: object[]): TraceEvent[] {
  return value as TraceEvent[];
}
