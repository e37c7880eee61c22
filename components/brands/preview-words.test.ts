import { expect, test } from "vitest";
import type { AliasPreviewDto } from "@/server/projects/contract";
import { previewScope, previewWords } from "./preview-words";

const preview = (numbers: Partial<AliasPreviewDto>): AliasPreviewDto => ({
  looked: 500,
  stored: 1_234,
  complete: true,
  adds: 0,
  already: 0,
  undecided: 0,
  keptByOthers: [],
  takenFromOthers: [],
  samples: [],
  ...numbers,
});

test("the effect comes first, then what is undecided, what is named already, and what other brands keep or lose", () => {
  const words = previewWords(
    preview({
      adds: 12,
      undecided: 3,
      already: 40,
      keptByOthers: [{ name: "NoteFlow", answers: 7 }],
      takenFromOthers: [{ name: "Acme", answers: 2 }],
    }),
    "Note",
    "new",
  );
  expect(words).toEqual([
    "Would add 12 answers out of 500.",
    "3 more are left undecided because the word is an ordinary one.",
    "40 name Note already by its other names.",
    "In 7 it stands inside the longer name NoteFlow, which keeps it.",
    "Careful: 2 answers that name Acme now would no longer, because this name is the longer one.",
  ]);
});

test("one is not several", () => {
  const one = preview({
    adds: 1,
    undecided: 1,
    already: 1,
    takenFromOthers: [{ name: "Acme", answers: 1 }],
    looked: 1,
    stored: 1,
  });
  expect(previewWords(one, "Note", "new")).toEqual([
    "Would add 1 answer out of 1.",
    "1 more is left undecided because the word is an ordinary one.",
    "1 names Note already by its other names.",
    "Careful: 1 answer that names Acme now would no longer, because this name is the longer one.",
  ]);
  expect(previewScope(one)).toBe("Tried on the one stored answer that has a text.");
});

test("nothing found, and nothing to look in, are different things", () => {
  expect(previewWords(preview({}), "Note", "new")).toEqual(["Would add no answer out of 500."]);
  expect(previewWords(preview({ undecided: 3 }), "Note", "new")[1]).toMatch(/^3 are left undecided/);
  expect(previewWords(preview({ looked: 0, stored: 0 }), "Note", "new")).toEqual([
    "No answers are stored yet, so there is nothing to try it on.",
  ]);
});

test("a saved name is weighed by what would be missing without it, a first one by what it names", () => {
  expect(previewWords(preview({ adds: 2, already: 3 }), "Note", "saved")).toEqual([
    "Without this name, 2 answers out of 500 would not name Note.",
    "3 name Note already by its other names.",
  ]);
  expect(previewWords(preview({}), "Note", "saved")[0]).toBe(
    "Without this name, the same answers would name Note.",
  );
  expect(previewWords(preview({ adds: 1_000, looked: 1_234 }), "Note", "first")).toEqual([
    "Would name Note in 1,000 answers out of 1,234.",
  ]);
});

test("a name that names nothing yet says so", () => {
  expect(previewWords(preview({}), "Verti", "first")).toEqual(["Would name Verti in no answer out of 500."]);
});

test("it says which answers were read", () => {
  expect(previewScope(preview({}))).toBe("Tried on the 500 newest of 1,234 stored answers that have a text.");
  expect(previewScope(preview({ looked: 209, complete: false }))).toMatch(
    /^Tried on the 209 newest of 1,234 .* could not be read in time\.$/,
  );
  expect(previewScope(preview({ looked: 1_234 }))).toBe(
    "Tried on all 1,234 stored answers that have a text.",
  );
});
