/**
 * Nouns that follow an ordinary word as often as not in its ordinary sense, by that word: "Target Audience", "Gap Year",
 * "Visa Requirements". One line a word; written in capitals or not, such a pair names no brand for sure.
 */
const PAIRS = `
alarm: clock clocks system systems
ally: ship
apple: cider crisp crumble juice orchard orchards pie pies sauce slices tart tree trees butter cinnamon
arc: length flash welding
back: pain support pocket
bench: press scraper seat seating
board: game games member members meeting
boots: on
box: office spring springs score plot cutter set truck trucks turtle jump jumps
brother: in
brush: head heads strokes
bumble: bee bees
buy: now one
canvas: shoes bag bags tote print prints art
chase: down scene the
chip: shortage set
circle: back
clover: honey
coach: class bus seats
crest: of
cricket: bat match ball team
current: account events situation year version price prices market
dawn: of
degree: program programs celsius fahrenheit
delta: variant
dial: tone
direct: deposit flights flight message messages sales
discover: how more new the your
discovery: phase process
dove: tail
echo: chamber
edge: case cases computing
element: of
express: delivery shipping written
farmers: market markets union
focus: group groups areas area mode
force: field
fossil: fuel fuels record
free: trial shipping plan plans delivery
front: door desk page camera pocket zipper
gap: year years analysis insurance cover coverage
general: liability public purpose manager rule information idea motors mills electric consensus availability store election practitioner counsel surgeon advice assembly anesthesia
guess: work
heap: of
hinge: joint mechanism design
impossible: to
intercom: system systems
jam: session
keeper: of
light: weight source
linear: regression algebra motion equation
loop: back
match: day
medium: size sized term heat firm roast
mint: tea green condition leaves flavor flavour julep chocolate sauce
mirror: image
mobile: app apps phone phones device devices
monday: morning mornings night evening afternoon blues
mortar: and
next: day step steps generation gen level year week
notion: that of
on: demand site time top sale the
open: source plan
orange: juice county peel zest blossom light color colour flavor flavour
oscar: winner winners nominee nominees award awards wilde night nominated
peak: season performance hours hour
plain: text
polo: shirt shirts
power: bank banks supply output tool tools
prime: minister time number numbers rate rib
private: label
progressive: web lens lenses overload tax rock metal enhancement resistance jackpot jackpots discounting
public: transport transportation transit school schools relations speaking health policy domain
remote: work working control team teams job jobs access
ring: light lights size sizes finger binder fit road tone sizer
root: cause causes access canal vegetables
sage: advice green
segment: of
sharp: edges edge knife knives
shell: script scripts scripting command commands company companies jacket jackets pasta
sketch: book comedy
slack: line off time tide
smart: home tv tvs watch watches phone phones
snap: decision judgment judgments on
square: footage feet foot root meter meters metre metres mile miles inch inches kilometer kilometers neck toe enix
square: one
staple: gun food foods
stripe: pattern patterns
subway: station stations line lines system
target: audience audiences market markets price prices group groups customer customers date dates heart zone zones weight language goal goals user users temperature temperatures area areas demographic demographics company companies keyword keywords muscle muscles return range ranges buyer buyers
tide: pool pools
toast: points
travelers: should can may
turkey: breast
universal: design remote joint
vanguard: of
visa: application applications requirement requirements sponsorship free office waiver status bulletin type types category categories interview processing fee fees policy holder holders appointment
wise: choice decision investment
zoom: lens lenses range level levels in out ring function feature
`;

const pairs = new Map<string, Set<string>>();
for (const line of PAIRS.trim().split("\n")) {
  const [word = "", following = ""] = line.split(":");
  const known = pairs.get(word) ?? new Set<string>();
  for (const each of following.trim().split(" ")) known.add(each);
  pairs.set(word, known);
}

/** Whether two folded words in a row are a pair of ordinary language rather than a name and what it is. */
export function isOrdinaryPair(word: string, following: string): boolean {
  return pairs.get(word)?.has(following) ?? false;
}
