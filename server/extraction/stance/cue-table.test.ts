import { describe, expect, it } from "vitest";
import { unitText } from "@/server/extraction/normalise/unit-text";
import { CUE_KINDS, CueTable } from "./cue-table";
import { HINT } from "./hints";
import { LANGUAGE_DATA, LANGUAGES } from "./languages";
import { phrasesOf } from "./phrases";

/** Phrases that stand for nothing but themselves. */
function plainPhrases(data: string): string[] {
  return phrasesOf(data).filter((phrase) => !/[[\]*_@]/u.test(phrase));
}

/** What a closer look finds at the places that one walk over a text told of. */
function cuesFound(table: CueTable, text: string): string[] {
  const { places } = table.scan(unitText(text).units, text.length);
  return places.flatMap((start, index) => {
    const cue = index % 2 === 0 ? table.read(text, start, places[index + 1] ?? 0) : null;
    return cue === null ? [] : [text.slice(start, cue.end)];
  });
}

function tableOf(...phrases: readonly string[]): CueTable {
  const cues = phrases.map((phrase) => ({ phrase, hint: "cue", kind: "praise" }) as const);
  return new CueTable(cues, true, "(?![\\p{L}\\p{N}])");
}

describe("the first words of phrases", () => {
  it.each(LANGUAGE_DATA.map((data, index) => [data.language, data, LANGUAGES[index]] as const))(
    "lead to every cue of %s, alone and after another word",
    (_language, data, compiled) => {
      const phrases = CUE_KINDS.flatMap((kind) => plainPhrases(data[kind]));
      const texts = phrases.flatMap((phrase) => [phrase, `§ ${phrase}.`]);
      expect(phrases.length).toBeGreaterThan(20);
      expect(
        texts.filter((text) => compiled === undefined || cuesFound(compiled.cues, text).length === 0),
      ).toEqual([]);
    },
  );

  it.each(LANGUAGE_DATA.map((data, index) => [data.language, data, LANGUAGES[index]] as const))(
    "hint at all else that %s has words for",
    (_language, data, compiled) => {
      const missed = (
        ["contrast", "negation", "notOnly", "loser", "passing", "saying", "condition"] as const
      ).flatMap((hint) =>
        plainPhrases(data[hint]).filter((phrase) => {
          const hints = compiled?.cues.scan(unitText(phrase).units, phrase.length).hints ?? 0;
          return (hints & HINT[hint]) === 0;
        }),
      );
      expect(missed).toEqual([]);
    },
  );

  it("are whole words, but where a phrase takes any ending", () => {
    const table = tableOf("worth", "recommend*");
    expect(cuesFound(table, "noteworthy, worthless, unrecommended")).toEqual([]);
    expect(cuesFound(table, "worth it and recommended")).toEqual(["worth", "recommended"]);
    expect(cuesFound(tableOf("ok*"), "okay, ok")).toEqual(["okay", "ok"]);
  });

  it("don't hide a short phrase behind the longer one that begins like it", () => {
    expect(
      cuesFound(tableOf("no", "no fuss", "nothing wrong"), "no fuss, no, nothing, nothing wrong"),
    ).toEqual(["no fuss", "no", "nothing wrong"]);
  });

  it("hint at nothing where none stands", () => {
    const text = "qwertzu yxcvbn";
    expect(tableOf("no").scan(unitText(text).units, text.length)).toEqual({ hints: 0, places: [] });
  });
});
