import { expect, test } from "vitest";
import type { FactTopic, FactValue } from "../contract";
import { holdAgainst } from "./hold-against";

const fact = (topic: FactTopic, statement: string, value: FactValue | null) => ({
  factId: statement,
  version: 1,
  topic,
  statement,
  value,
});
const PRO = fact("price", "The Pro plan costs $12 per user and month", {
  kind: "number",
  number: 12,
  unit: "USD/month",
});
const FROM = fact("price", "Starts at 1200 euros", { kind: "number", number: 1200, unit: "EUR" });
const FOUNDED = fact("founding", "Acme was founded in 2014", { kind: "date", date: "2014" });
const STAFF = fact("size", "Acme has 500 employees", { kind: "number", number: 500, unit: "employees" });
const SSO = fact("feature", "Supports single sign-on (SSO)", { kind: "yes_no", yes: true });
const OFFLINE = fact("feature", "Works offline", { kind: "yes_no", yes: false });
const SLACK = fact("integration", "Integrates with Slack", { kind: "yes_no", yes: true });
const UPTIME = fact("other", "Uptime of 99.9 %", { kind: "number", number: 99.9, unit: "%" });
const SEAT = fact("headquarters", "Headquartered in Berlin", { kind: "text", text: "Berlin" });
const FACTS = [PRO, FROM, FOUNDED, STAFF, SSO, OFFLINE, SLACK, UPTIME, SEAT];

/** Sentence, verdict, and the fact that decides. Globex is a rival. */
const CASES: readonly (readonly [string, "right" | "wrong" | "unverifiable", typeof PRO?])[] = [
  ["Acme Pro costs $12 per user per month.", "right", PRO],
  ["Acme's Pro plan is $15/user/month.", "wrong", PRO],
  ["Acme's Pro plan is US$12.00 a month.", "right", PRO],
  ["Acme Pro kostet 12 € im Monat.", "unverifiable"],
  ["Acme's Pro plan costs about $12.50 per month.", "right", PRO],
  ["Acme's Pro plan costs about $20 per month.", "wrong", PRO],
  ["Acme's Pro plan costs $144 per year.", "unverifiable"],
  ["Acme: Free $0, Pro $12, Business $20 per month.", "right", PRO],
  ["Acme: Free $0, Pro $10, Business $12 per month.", "wrong", PRO],
  ["Acme's Pro plan costs $10–$15 per month.", "right", PRO],
  ["Acme's Pro plan costs between $15 and $20 per month.", "wrong", PRO],
  ["Acme Pro used to cost $9 per month.", "unverifiable"],
  ["Acme Pro might cost $15 a month soon.", "unverifiable"],
  ["Does Acme Pro cost $15 a month?", "unverifiable"],
  ["Acme Pro doesn't cost $12 a month.", "wrong", PRO],
  ["Acme raised $12 million for its Pro team.", "unverifiable"],
  ["Acme Pro costs $12 a month, while Globex Pro costs $15.", "right", PRO],
  ["Globex Pro costs $15 a month, while Acme Pro costs $12.", "right", PRO],
  ["Globex Pro costs $12 a month, but Acme Pro costs $15.", "wrong", PRO],
  ["Unlike Globex, Acme Pro costs $15 a month.", "wrong", PRO],
  ["Acme and Globex Pro cost $15 a month.", "unverifiable"],
  ["Acme kostet ab 1.200 €.", "right", FROM],
  ["Acme starts at €1,200.", "right", FROM],
  ["Acme starts at 1 200 €.", "right", FROM],
  ["Acme est au prix de 1 400 €.", "wrong", FROM],
  ["Acme cuesta 1.200,00 €.", "right", FROM],
  ["Acme startet bei einem Preis von 1.150,50 Euro.", "wrong", FROM],
  ["Acme costs under €1,500.", "right", FROM],
  ["Acme costs more than €1,500.", "wrong", FROM],
  ["Acme was founded in 2014.", "right", FOUNDED],
  ["Acme was founded in 2012.", "wrong", FOUNDED],
  ["Founded in 2014, Acme makes desks.", "right", FOUNDED],
  ["Acme wurde 2014 in Berlin gegründet.", "right", FOUNDED],
  ["Acme wurde 2016 gegründet.", "wrong", FOUNDED],
  ["Acme a été fondée en 2014.", "right", FOUNDED],
  ["Acme fue fundada en 2010.", "wrong", FOUNDED],
  ["Acmeは2014年に設立されました。", "right", FOUNDED],
  ["Acmeは2011年に創業しました。", "wrong", FOUNDED],
  ["Acme won an award in 2012.", "unverifiable"],
  ["Acme wasn't founded in 2014.", "wrong", FOUNDED],
  ["Globex was founded in 2012; Acme in 2014.", "unverifiable"],
  ["Acme has over 450 employees.", "right", STAFF],
  ["Acme has 500 full-time employees.", "right", STAFF],
  ["Acme employs more than 1,000 employees.", "wrong", STAFF],
  ["Acme has about 0.5k employees.", "right", STAFF],
  ["Acme suits teams of 10 to 50 employees.", "unverifiable"],
  ["Acme has 20 offices.", "unverifiable"],
  ["Acme supports SSO.", "right", SSO],
  ["Acme supports single sign-on for all users.", "right", SSO],
  ["Acme doesn't support SSO.", "wrong", SSO],
  ["Acme lacks SSO.", "wrong", SSO],
  ["Acme comes without single sign-on.", "wrong", SSO],
  ["Acme bietet kein SSO.", "wrong", SSO],
  ["Acme ne propose pas le SSO.", "wrong", SSO],
  ["Acme no ofrece SSO.", "wrong", SSO],
  ["Acme not only offers SSO, it is fast.", "right", SSO],
  ["Acme may support SSO next year.", "unverifiable"],
  ["Acme is not for everybody: it supports SSO.", "right", SSO],
  ["| Acme | no mobile app | SSO |", "right", SSO],
  ["| Acme | nice | no SSO |", "wrong", SSO],
  ["Globex lacks SSO, while Acme is easy.", "unverifiable"],
  ["Acme works offline.", "wrong", OFFLINE],
  ["Acme doesn't work offline.", "right", OFFLINE],
  ["Acme integrates with Slack and Teams.", "right", SLACK],
  ["Acme no longer integrates with Slack.", "wrong", SLACK],
  ["Acme guarantees an uptime of 99.9%.", "right", UPTIME],
  ["Acme guarantees an uptime of 99,5 Prozent.", "wrong", UPTIME],
  ["Acme is headquartered in Munich.", "unverifiable"],
  ["Acme is a great choice for small teams.", "unverifiable"],
];

const spansOf = (sentence: string, name: string) =>
  [...sentence.matchAll(new RegExp(name, "g"))].map(({ index }) => ({
    start: index,
    end: index + name.length,
  }));
const judge = (sentence: string) =>
  holdAgainst({ sentence, own: spansOf(sentence, "Acme"), rivals: spansOf(sentence, "Globex") }, FACTS, [
    "Acme",
  ]);

test("each sentence of the list is right, wrong or neither, by the fact that decides it", () => {
  const judged = CASES.map(([sentence]) => {
    const held = judge(sentence);
    return [sentence, held?.verdict ?? "unverifiable", held?.fact.statement];
  });
  expect(judged).toEqual(CASES.map(([sentence, verdict, fact]) => [sentence, verdict, fact?.statement]));
});

test("control: without looking at clauses and denials, a third of the wrong ones would pass for right or the other way", () => {
  const naive = (sentence: string) =>
    FACTS.some(({ value }) => value?.kind === "number" && sentence.includes(String(value.number)));
  const decided = CASES.filter(([, verdict]) => verdict !== "unverifiable");
  const missed = decided.filter(([sentence, verdict]) => naive(sentence) !== (verdict === "right"));
  expect(missed.length / decided.length).toBeGreaterThan(0.3);
});
