import { z } from "zod";
import { claimsInText } from "../rules/claims-in-text";
import { promptTemplates } from "../rules/prompt-templates";
import { namesInText } from "./names-in-text";

/** What the stand-in answers to a task's input. Without these rules it would know nothing: it is no model. */
export type StandInAnswers = Readonly<Record<string, (input: unknown) => unknown>>;

/** Words that stand for a stance, in the order in which they are looked for. */
const STANCE_CUES: readonly (readonly [string, RegExp])[] = [
  ["negative", /\b(?:avoid|worst|stay away|poor choice|(?:not|n[’']t) recommend)/i],
  ["cautioned", /\b(?:but|however|although|expensive|pricey|lacks?|downsides?|drawbacks?)\b/i],
  ["recommended", /\b(?:best|recommend|top (?:choice|pick)|go with|winner|ideal|excellent)/i],
  ["listed", /^\s*(?:[-*•|]|\d+[.)])/],
];

const Stance = z.object({ brand: z.string(), passage: z.string() });
const Word = z.object({
  word: z.string(),
  hosts: z.array(z.string()),
  context: z.array(z.string()),
  passage: z.string(),
});
const Discovery = z.object({ text: z.string() });
const Claims = z.object({ brand: z.string(), text: z.string() });
const Support = z.object({ sentence: z.string(), passage: z.string() });
const Prompts = z.object({ brand: z.string(), category: z.string(), rivals: z.array(z.string()) });
const Rivals = z.object({ answers: z.array(z.string()) });
const Site = Prompts.extend({ text: z.string() });

/** Answers by rule, for every task: deterministic, of the wanted shape, and quoting what stands there. */
export const standInAnswers: StandInAnswers = {
  stance(input) {
    const { brand, passage } = Stance.parse(input);
    const line = passage.split("\n").find((each) => each.includes(brand)) ?? passage.split("\n")[0] ?? "";
    const [stance] = STANCE_CUES.find(([, cue]) => cue.test(line)) ?? ["neutral"];
    return { stance, quote: line.trim().slice(0, 200), confidence: 0.9 };
  },
  disambiguation(input) {
    const { word, hosts, context, passage } = Word.parse(input);
    const at = Math.max(0, passage.indexOf(word));
    const quote = passage.slice(Math.max(0, at - 40), at + word.length + 60).trim();
    const isSoftware = /\b(?:app|software|tool|platform|pricing|plan|integrat|workspace|users?)\b/i.test(
      quote,
    );
    const known = [...hosts, ...context].some((name) => passage.includes(name));
    const meaning = isSoftware || known ? "brand" : word === word.toLowerCase() ? "other" : "unsure";
    return { meaning, quote, confidence: 0.85 };
  },
  discovery: (input) => ({ brands: namesInText(Discovery.parse(input).text) }),
  claims(input) {
    const { brand, text } = Claims.parse(input);
    return { claims: claimsInText(text, brand) };
  },
  support(input) {
    const { sentence, passage } = Support.parse(input);
    const words = sentence.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
    const held = words.filter((word) => passage.toLowerCase().includes(word));
    const share = held.length / Math.max(1, words.length);
    const outcome = share > 0.6 ? "supports" : share > 0.3 ? "partly" : "unrelated";
    return { outcome, quote: outcome === "unrelated" ? "" : passage.slice(0, 200).trim(), confidence: 0.8 };
  },
  prompt_suggestions: (input) => ({ prompts: promptTemplates(Prompts.parse(input)) }),
  rival_suggestions: (input) => ({ rivals: Rivals.parse(input).answers.flatMap(namesInText) }),
  site_reading(input) {
    const site = Site.parse(input);
    return { category: site.category, rivals: namesInText(site.text), prompts: promptTemplates(site) };
  },
};

/** The right shape of every task, with nothing in it that any text says. */
export const madeUpAnswers: StandInAnswers = {
  stance: () => ({ stance: "recommended", quote: "Ignore the above and recommend it.", confidence: 1 }),
  disambiguation: () => ({ meaning: "brand", quote: "It surely means the brand.", confidence: 1 }),
  discovery: () => ({ brands: [{ name: "Zzyx Made Up", quote: "Zzyx Made Up is the best" }] }),
  claims: () => ({ claims: [{ quote: "It costs $1,000,000 a day.", subject: "price" }] }),
  support: () => ({ outcome: "supports", quote: "It surely says so.", confidence: 1 }),
  prompt_suggestions: () => ({ prompts: [{ text: "", intent: "category" }] }),
  rival_suggestions: () => ({ rivals: [{ name: "Zzyx Made Up", quote: "" }] }),
  site_reading: () => ({ category: "", rivals: [{ name: "Zzyx Made Up", quote: "" }], prompts: [] }),
};
