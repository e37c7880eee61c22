/** Intents of the glossary. */
export type PromptIntent = "category" | "comparison" | "problem" | "branded";

export interface MarketBrand {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly [string, ...string[]];
  readonly products: readonly [string, ...string[]];
  readonly strengths: readonly [string, ...string[]];
  readonly weakness: string;
}

export interface MarketPrompt {
  readonly text: string;
  readonly intent: PromptIntent;
}

export interface Market {
  readonly category: string;
  readonly ownBrand: MarketBrand;
  readonly rivals: readonly MarketBrand[];
  readonly prompts: readonly MarketPrompt[];
}

/**
 * A made-up market for the demo and the tests: no brand, product or domain of it exists (`.example` is reserved by RFC 2606).
 * Names are of the awkward kinds that real ones are: an ampersand, an accent, an everyday word, a two-word alias.
 */
export const sandboxMarket: Market = {
  category: "standing desks",
  ownBrand: {
    name: "Halvorn",
    aliases: ["Halvorn Desks"],
    domains: ["halvorn.example"],
    products: ["Rise 2", "Rise Pro", "Compact"],
    strengths: [
      "it stays steady at full height and the motor is quieter than most",
      "the twelve-year warranty covers the frame and the electronics",
      "assembly takes about half an hour with one person",
      "the anti-collision sensor reacts quickly and can be tuned",
    ],
    weakness: "the desktop comes in few colours",
  },
  rivals: [
    {
      name: "Verticore",
      aliases: ["Verticore Labs"],
      domains: ["verticore.example"],
      products: ["V4", "V4 Max", "Studio"],
      strengths: [
        "it lifts heavy multi-monitor setups without slowing down",
        "four memory presets come as standard",
        "replacement parts are easy to get years later",
      ],
      weakness: "the frame is heavy to move once it is built",
    },
    {
      name: "Nordaka",
      aliases: ["Nordaka Home"],
      domains: ["nordaka.example"],
      products: ["Løft", "Løft Mini", "Birk"],
      strengths: [
        "solid wood tops look at home in a living room",
        "the price is hard to beat for a dual-motor frame",
        "it ships in two boxes that one person can carry",
      ],
      weakness: "it wobbles a little above 115 cm",
    },
    {
      name: "Trestle & Pine",
      aliases: ["Trestle and Pine"],
      domains: ["trestleandpine.example"],
      products: ["Workbench One", "Sawyer"],
      strengths: [
        "every top is cut to order, so odd corners are no problem",
        "the finish can be sanded and oiled again after years of use",
      ],
      weakness: "delivery takes six to eight weeks",
    },
    {
      name: "Kestrel",
      aliases: ["Kestrel Office"],
      domains: ["kestreloffice.example"],
      products: ["K2", "K2 Corner"],
      strengths: [
        "the corner version gives two people room to work",
        "cable trays and a power strip are part of the price",
        "its thirty-day home trial includes return shipping",
      ],
      weakness: "the control panel feels dated",
    },
    {
      name: "Ampline",
      aliases: ["Ampline Workspace"],
      domains: ["ampline.example", "ampline-workspace.example"],
      products: ["Beam", "Beam XL"],
      strengths: [
        "its app reminds you to stand and keeps a simple log",
        "the two-stage frame is low enough for shorter users",
      ],
      weakness: "some features need an account",
    },
    {
      name: "Stélo",
      aliases: ["Stelo"],
      domains: ["stelo.example"],
      products: ["Uno", "Duo"],
      strengths: ["at 95 cm wide it fits where other desks don't", "the crank version needs no power at all"],
      weakness: "it isn't meant for loads above 60 kg",
    },
  ],
  prompts: [
    { text: "What are the best standing desks for a home office?", intent: "category" },
    { text: "Which electric standing desk is the most stable at full height?", intent: "category" },
    { text: "best standing desk under 600 dollars", intent: "category" },
    { text: "Can you recommend a quiet sit-stand desk for an apartment?", intent: "category" },
    { text: "Which standing desk brands have the longest warranty?", intent: "category" },
    {
      text: "I need a standing desk for two monitors and a heavy PC, what should I buy?",
      intent: "category",
    },
    { text: "How do the popular standing desk brands compare?", intent: "comparison" },
    { text: "Single motor or dual motor standing desk: which makes is worth it?", intent: "comparison" },
    { text: "What is a good alternative to Verticore?", intent: "comparison" },
    { text: "My back hurts after a day of sitting. Would a desk help, and which one?", intent: "problem" },
    { text: "My standing desk wobbles when I type. What can I do or buy instead?", intent: "problem" },
    { text: "How do I set up a small office with a sit-stand desk?", intent: "problem" },
    { text: "Is Halvorn a good standing desk brand?", intent: "branded" },
    { text: "Halvorn Rise 2 or Verticore V4: which is better?", intent: "branded" },
  ],
};
