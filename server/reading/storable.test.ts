import { expect, test } from "vitest";
import { parseRawBody } from "@/server/engines";
import { storable } from "./storable";

test("characters that Postgres can't hold are replaced one for one, so that spans stay right", () => {
  const text = "A\0B\ud800 see https://halvorn.example/ Halvorn";
  const body = JSON.stringify({ text, sources: [{ url: "https://halvorn.example/", title: "H\0" }] });
  const parsed = parseRawBody("captured-answer", body);
  const stored = storable(parsed);
  expect(stored.text).toBe("A\uFFFDB\uFFFD see https://halvorn.example/ Halvorn");
  expect(stored.text).toHaveLength(text.length);
  expect(stored.citations).toEqual([{ ...parsed.citations[0], title: "H\uFFFD" }]);
  const [span] = stored.citations[0]?.spans ?? [];
  expect(stored.text.slice(span?.start, span?.end)).toBe("https://halvorn.example/");
});
