import { press, type Screen } from "./screen";

const LETTERS = "/operations/dead-letters";
const letter = (number: number) => `${LETTERS}/0198d000-0000-7000-8000-00000000000${number}`;
/** Screens of those who run the platform. */
export const OPERATIONS: readonly Screen[] = [
  { name: "dead-letters", path: LETTERS, heading: "Dead letters", as: "blind" },
  {
    name: "dead-letters-of-function",
    path: `${LETTERS}?function=citestreak-close-run`,
    heading: "Dead letters",
    as: "blind",
    act: (page) => press(page, /^Retry all/, "dialog"),
  },
  {
    name: "dead-letters-none",
    path: `${LETTERS}?function=citestreak-run`,
    heading: "Dead letters",
    as: "blind",
  },
  { name: "dead-letter", path: letter(4), heading: "close-run", as: "blind" },
  { name: "dead-letter-hostile", path: letter(2), heading: "close-run", as: "blind" },
  {
    name: "dead-letter-drop",
    path: letter(4),
    heading: "close-run",
    as: "blind",
    act: (page) => press(page, "Drop", "dialog"),
  },
  { name: "dead-letter-handled", path: letter(5), heading: "Handled already", as: "blind" },
  { name: "dead-letter-unknown", path: letter(9), heading: "There is no such dead letter.", as: "blind" },
  { name: "operated-engines", path: "/operations/engines", heading: "Engines", as: "blind" },
  {
    name: "operated-engines-pause",
    path: "/operations/engines",
    heading: "Engines",
    as: "blind",
    act: (page) => press(page, "Pause ChatGPT", "dialog"),
  },
  { name: "flags", path: "/operations/flags", heading: "Flags", as: "blind" },
  {
    name: "flags-set",
    path: "/operations/flags",
    heading: "Flags",
    as: "blind",
    act: (page) => press(page, "Set scheduled_runs", "dialog"),
  },
  { name: "margin", path: "/operations/margin?month=2026-11", heading: "Margin", as: "blind" },
  {
    name: "margin-own-keys",
    path: "/operations/margin?month=2026-11&payer=own_key&credit=0.03",
    heading: "Margin",
    as: "blind",
  },
  { name: "margin-empty", path: "/operations/margin?month=2026-05", heading: "Margin", as: "blind" },
];
