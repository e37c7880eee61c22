import type { Case } from "./case";

/** The question repeated is no answer. */
export const ECHO: readonly Case[] = [
  ["the question under its label", "Acme", "Question: Is Acme any good?\nZuvio is better.", ""],
  ["the question told back", "Acme", "You asked about Acme. Most people prefer Zuvio.", ""],
  [
    "the prompt as a heading",
    "Acme",
    "# is acme better than zuvio for invoices?\n\nBoth work.",
    "",
    "Is Acme better than Zuvio for invoices?",
  ],
  [
    "the prompt in quotation marks",
    "Acme",
    '"Is Acme a good CRM for dentists?" is a common question.',
    "",
    "Is Acme a good CRM for dentists?",
  ],
  [
    "the prompt over two lines",
    "Acme",
    "Is Acme a good CRM\nfor dentists?\nPeople differ.",
    "",
    "is Acme a good CRM for dentists",
  ],
  [
    "named again in the answer",
    "Acme",
    "Is Acme a good CRM for dentists? Acme is a fine choice.",
    "Acme",
    "Is Acme a good CRM for dentists?",
  ],
  ["a short prompt is in the answer anyway", "Acme", "Acme CRM leads.", "Acme", "acme crm"],
  [
    "without the prompt it is a sentence like others",
    "Acme",
    "Is Acme a good CRM for dentists? Yes.",
    "Acme",
  ],
  ["another question", "Acme", "Is Acme cheap? Yes.", "Acme", "What is the best CRM for dentists?"],
  [
    "a prompt full of signs",
    "Acme",
    "Is Acme (the CRM) worth $10+ [per seat]? Opinions differ.",
    "",
    "Is Acme (the CRM) worth $10+ [per seat]?",
  ],
  ["the question in French", "Acme", "Question posée : Acme est-il fiable ?\nZuvio l'est.", ""],
  ["the question in Chinese", "Acme", "问题：Acme 好用吗？\nZuvio 更好。", ""],
];
