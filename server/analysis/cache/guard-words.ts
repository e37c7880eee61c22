/**
 * Words that a text can have or lack without saying anything else. Everything that isn't here counts, in its order: a list
 * of the dangerous words would always lack one. Not here on purpose: was, will, may, only, and, or, by, with, if, than.
 */
export const HARMLESS_WORDS: ReadonlySet<string> = new Set(
  `the a an is are be it its this that these those there here very really quite rather also too overall generally basically
  actually certainly definitely simply truly indeed well so of in at as for to on i me my we our you your one's which who
  then thus hence moreover furthermore additionally however
  der das ein eine einer eines dem den ist sind es dies diese dieser auch sehr wirklich insgesamt
  le la les un une des est sont ce cette il elle aussi tres vraiment
  el una unos es son este esta esto tambien muy realmente`.split(/\s+/),
);

/** Words of one line stand for each other; each line's first word stands for all. */
const SAME = `
software tool app application program
choice option pick
great excellent superb fantastic outstanding
cheap inexpensive affordable
expensive costly pricey
buy purchase
big large
company firm business
start begin
help assist
need require
fast quick rapid
simple easy straightforward
recommend suggest advise
feature functionality
wonderful marvellous
picture image photo
price cost
make create
get obtain
show display
kind type sort
issue problem
entire whole complete
nearly almost
`;

export const SAME_WORDS: ReadonlyMap<string, string> = new Map(
  SAME.trim()
    .split("\n")
    .flatMap((line) => {
      const words = line.split(" ");
      return words.map((word): [string, string] => [word, words[0] ?? word]);
    }),
);

/** Numbers that are written out, as digits. "one" is left out: it mostly isn't a number. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  "zero two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, index): [string, string] => [word, String(index === 0 ? 0 : index + 1)]),
);
