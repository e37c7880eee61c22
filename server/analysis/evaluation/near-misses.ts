/** Two texts that look alike, and why one's judgement must not be given to the other. */
export interface NearMiss {
  readonly kind:
    | "negation"
    | "swapped brands"
    | "number"
    | "date"
    | "language"
    | "degree"
    | "condition"
    | "object"
    | "time"
    | "direction";
  readonly one: string;
  readonly other: string;
}

const SETS: Readonly<Record<NearMiss["kind"], readonly (readonly [string, string])[]>> = {
  negation: [
    ["Acme is a good choice for small teams.", "Acme is not a good choice for small teams."],
    [
      "I would recommend Acme to anyone who sells online.",
      "I wouldn't recommend Acme to anyone who sells online.",
    ],
    ["Acme supports single sign-on on every plan.", "Acme doesn't support single sign-on on every plan."],
    ["Acme works without an internet connection.", "Acme works with an internet connection."],
    ["There is a reason to avoid Acme for payroll.", "There is no reason to avoid Acme for payroll."],
    ["You can export everything from Acme.", "You can't export everything from Acme."],
    ["Acme never charges extra for guests.", "Acme always charges extra for guests."],
    ["Few people regret choosing Acme.", "Many people regret choosing Acme."],
    ["Acme is hardly a bargain for a freelancer.", "Acme is a bargain for a freelancer."],
    ["Acme fails to sync on mobile devices.", "Acme manages to sync on mobile devices."],
  ],
  "swapped brands": [
    ["Acme is better than Bolt for reporting.", "Bolt is better than Acme for reporting."],
    ["Most teams moved from Acme to Bolt last year.", "Most teams moved from Bolt to Acme last year."],
    ["I prefer acme to bolt when it comes to support.", "I prefer bolt to acme when it comes to support."],
    ["Acme was acquired by Bolt.", "Bolt was acquired by Acme."],
    ["Choose Acme for price and Bolt for features.", "Choose Bolt for price and Acme for features."],
    ["Unlike Acme, Bolt has a free plan.", "Unlike Bolt, Acme has a free plan."],
    ["Our pick is Acme; Bolt is the runner-up.", "Our pick is Bolt; Acme is the runner-up."],
    ["Acme beats Cedar and Bolt on speed.", "Bolt beats Cedar and Acme on speed."],
    ["Acme is the safest option for a bank.", "Cedar is the safest option for a bank."],
  ],
  number: [
    ["Acme costs $10 a month per user.", "Acme costs $100 a month per user."],
    ["Acme's free plan allows 3 projects.", "Acme's free plan allows 30 projects."],
    ["Acme is rated 4.7 by its reviewers.", "Acme is rated 1.7 by its reviewers."],
    ["Acme has 1,200 integrations.", "Acme has 12,000 integrations."],
    ["Uptime of Acme was 99.9% in the last quarter.", "Uptime of Acme was 9.99% in the last quarter."],
    ["Acme takes two weeks to set up.", "Acme takes six weeks to set up."],
    ["Acme comes first in our list of ten tools.", "Acme comes last in our list of ten tools."],
    ["Half of the testers liked Acme.", "All of the testers liked Acme."],
    ["Acme costs $20 a month.", "Acme costs €20 a month."],
    ["Acme costs $20 a month.", "Acme costs $20 a year."],
  ],
  date: [
    ["Acme was founded in 2014 in Lisbon.", "Acme was founded in 2004 in Lisbon."],
    ["Acme raised its prices in March.", "Acme raised its prices in May."],
    ["Support for Acme 5 ends on Friday.", "Support for Acme 5 ends on Monday."],
    ["Before 2023 Acme had no mobile app.", "After 2023 Acme had no mobile app."],
    ["Acme will end its free plan next year.", "Acme ended its free plan last year."],
  ],
  language: [
    ["Acme is a good choice for small teams.", "Acme ist keine gute Wahl für kleine Teams."],
    ["Acme ist eine gute Wahl.", "Acme ist keine gute Wahl."],
    ["Acme est un bon choix pour débuter.", "Acme n'est pas un bon choix pour débuter."],
    ["Acme es una buena opción para empezar.", "Acme no es una buena opción para empezar."],
    ["アクメは小さなチームに向いています。", "アクメは小さなチームに向いていません。"],
    ["Acme 适合小团队。", "Acme 不适合小团队。"],
  ],
  degree: [
    ["Acme is the best option for agencies.", "Acme is the worst option for agencies."],
    ["Acme is cheap for what it does.", "Acme is expensive for what it does."],
    ["Acme is more reliable than most.", "Acme is less reliable than most."],
    ["Acme is easy to learn.", "Acme is hard to learn."],
    ["Acme is a strong candidate for retailers.", "Acme is a weak candidate for retailers."],
    ["Acme's support is fast and friendly.", "Acme's support is slow and friendly."],
    ["Acme may be the right tool for you.", "Acme must be the right tool for you."],
  ],
  condition: [
    ["Acme is ideal if you need invoices.", "Acme is ideal unless you need invoices."],
    ["Only Acme offers a phone line.", "Acme offers a phone line."],
    ["Acme is worth it, but the editor is slow.", "Acme is worth it, and the editor isn't slow."],
    [
      "Everything except the calendar works well in Acme.",
      "Everything including the calendar works well in Acme.",
    ],
    ["Use Acme or Bolt for backups.", "Use Acme and Bolt for backups."],
    ["Is Acme the best tool for backups?", "Acme is the best tool for backups."],
  ],
  object: [
    ["Acme is best for teachers.", "Acme is best for nurses."],
    ["Acme is a project manager for Mac.", "Acme is a project manager for Windows."],
    ["Critics recommend Acme for its design.", "Acme's own staff recommend Acme for its design."],
    ["Acme is a department store in Leeds.", "Acme is a time tracker in Leeds."],
    ["The acme of comfort is this chair.", "The Acme app is what this chair was ordered with."],
    ["Acme is popular with IT teams.", "Acme is popular with HR teams."],
  ],
  time: [
    ["Acme is the market leader in payroll.", "Acme was the market leader in payroll."],
    ["Acme has a desktop app.", "Acme will have a desktop app."],
    ["Acme used to be my favourite.", "Acme has become my favourite."],
  ],
  direction: [
    ["Acme imports tasks from Bolt.", "Acme exports tasks to Bolt."],
    [
      "Customers switch to Acme because of its support.",
      "Customers switch from Acme because of its support.",
    ],
    ["Acme's prices went up this year.", "Acme's prices went down this year."],
  ],
};

/** Made by hand. Every pair has the same frame (brand, question): only the texts differ. */
export const nearMisses: readonly NearMiss[] = Object.entries(SETS).flatMap(([kind, pairs]) =>
  pairs.map(([one, other]) => ({ kind: asKind(kind), one, other })),
);

/** Object.entries forgets the type of the keys of SETS. */
function asKind(kind: string): NearMiss["kind"] {
  return kind as NearMiss["kind"];
}
