import { expect, test } from "vitest";
import { secondsLeft } from "./seconds-left";

const open = (asks: Record<string, number>) => new Map(Object.entries(asks));
const rate = (engineId: string, answers: number, seconds: number) => ({ engineId, answers, seconds });

test("what is left goes on at the rate of what came: 30 asks at 2 a second are 15 s", () => {
  expect(secondsLeft(open({ chatgpt: 30 }), [rate("chatgpt", 40, 20)])).toBe(15);
});

test("engines are asked side by side, so the slowest one counts", () => {
  const rates = [rate("chatgpt", 40, 20), rate("google_ai_mode", 10, 20)];
  expect(secondsLeft(open({ chatgpt: 30, google_ai_mode: 30 }), rates)).toBe(60);
});

test("an engine that is through, or has not begun to wait, doesn't count", () => {
  expect(secondsLeft(open({ chatgpt: 0, google_ai_mode: 10 }), [rate("google_ai_mode", 10, 5)])).toBe(5);
});

test("four answers are no rate, and an engine that says nothing leaves all unknown", () => {
  expect(secondsLeft(open({ chatgpt: 10 }), [rate("chatgpt", 4, 5)])).toBeNull();
  expect(secondsLeft(open({ chatgpt: 10, google_ai_mode: 1 }), [rate("chatgpt", 40, 5)])).toBeNull();
  expect(secondsLeft(open({}), [])).toBeNull();
});
