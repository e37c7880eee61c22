import type { PhrasePack } from "./phrase-pack";

export const english: PhrasePack = {
  category: "standing desks",
  openings: {
    category: [
      "There is no single best choice, but a few standing desks come up again and again in recent tests and owner reviews. Here is how they differ, and who each of them suits.",
      "It depends on your room, your height and your budget. These are the options that reviewers currently recommend most often, with the reason for each.",
      "Short answer: look for a dual-motor frame with a real warranty. A handful of makers get this right, and each has its own strong point.",
    ],
    comparison: [
      "The makers differ less in what their desks can lift than in stability, noise and service. This is how they compare on what people notice after a few months.",
      "All of these are solid products; the difference is in the details. Tests and long-term owners broadly agree on the following picture.",
    ],
    problem: [
      "Changing position more often helps more than standing all day. Start with your screen and chair height, and then think about whether the desk itself is what holds you back.",
      "Try the free fixes first: tighten every bolt of the frame, level the feet, and move heavy things to the middle. If that doesn't help, the frame is probably the limit, and another desk may be worth it.",
    ],
    branded: [
      "Here is what tests and owners say, with the caveat that opinions on furniture depend a lot on the room and on the person. The short version is that it is a serious option.",
      "In short: yes, with a few things to know before you buy. This is what stands out when you put reviews and owner reports side by side.",
    ],
  },
  considerations: [
    "Before you buy, measure the space with the desk at its highest position, check that the lowest setting fits your sitting height, and read what the warranty says about the motors. A desk that moves slowly but quietly is easier to live with than a fast and loud one.",
    "Things to check: the height range for your body, the load rating including the top, how the cables are led, and who pays for the return shipping. Reviews that measure wobble with an instrument say more than a star rating does.",
    "Pay attention to the frame rather than the top: a top can be replaced cheaply, and a weak frame can't. If you share the desk, memory presets are worth the money, and a sensor that stops at obstacles is a must with children around.",
  ],
  advice: [
    "Alternate: twenty minutes of standing in every hour is plenty to begin with. An anti-fatigue mat, a screen at eye level and a keyboard at elbow height make more of a difference than the brand on the frame.",
    "A crossbar or a wall bracket removes most of the movement, and so does a deeper frame. If you type hard, choose a frame with three-stage legs and avoid extending it to the last few centimetres.",
  ],
  closings: [
    "If you tell me your height, your budget and what stands on your desk, I can narrow it down.",
    "Prices change often, so it is worth comparing shops on the day that you buy.",
    "Most of them offer a trial period, which is the best test of all.",
  ],
  refusals: [
    "I'm sorry, but I can't help with choosing a specific commercial product.",
    "I can't recommend particular brands for this.",
  ],
  proseLinks: [
    " is worth a look because ",
    " comes up often: ",
    " is a safe choice, as ",
    " suits many people – ",
  ],
  turns: ["On the other hand,", "One complaint:", "Note that", "Still,"],
  headings: ["Top picks", "What stands out", "The short list", "How they compare"],
  searchSuffixes: ["review", "comparison 2026", "stability test", "best rated"],
  notToBuy: {
    headings: "\n\nNot the one to buy for most people: ",
    prose: " is not the one to buy for most people: ",
    list: ": not the one to buy for most people: ",
  },
  tableHead: "| Desk | Best for | Watch out |",
  stop: ".",
  colon: ": ",
  gap: " ",
  currency: { before: "$", after: "", factor: 1 },
};
