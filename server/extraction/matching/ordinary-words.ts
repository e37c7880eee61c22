/**
 * English words that are also, or could be, brand names. A name made only of these counts in its own spelling alone
 * and needs evidence from its neighbours. One space-separated string keeps the table readable and the bundle small.
 */
const WORDS = `
a able about above accept access accord ace across act action active acute adapt add advance advice affirm
after again age agent agile air alarm alert align alive all allegiant alley ally almost alone along alpha
already also alter always am amazing amber amp amplitude an anchor ancient and angel angle animal answer
ant any anyone anything apart apex apple april arc arch arena argon argos aria ark arm army around arrow
art as ascend ash ask asset at atlas atom attach attic audible august aura aurora author auto avenue
average avid award aware away awesome axis azure baby back backbone bad badger bag bake balance ball
bamboo band bang bank bar bare bark barn base basic basin basket bass bat batch bath battery bay be beach
beacon beam bean bear beast beat beautiful beauty because bed bee beetle before begin behind bell belle
below belt bench bend benefit berry best beta better between beyond big bike bill billow bin bind birch
bird bit bite black blade blank blast blaze blend bless blind blink bliss block bloom blossom blow blue
board boat body bold bolt bond bone bonus book boom boost boot border born boss both bottle bottom bounce
bound bow bowl box boy brain branch brand brass brave bread break breath breeze brick bridge brief bright
bring broad brook brother brown brush bubble bucket bud buddy budget buffalo buffer bug build bull bumble
bump bundle burn burst bus business busy but butter butterfly button buy buzz by byte cabin cable cactus
cake call calm camel camera camp can canal canary candle candy cane canopy canvas cap cape capital caption
car carbon card care carrot carry cart carve cascade case cash cast castle casual cat catch cause cave
cedar celebrate cell center central century certain chain chair challenge chamber champion chance change
channel chapter charge charm chart chase chat cheap check cheer cherry chess chest chew chic chicken chief
child chill chime chip choice choose chord chrome church circle circuit citizen city civic claim class
classic clay clean clear clever click cliff climb clip clock close closer cloth cloud clover club clue
coach coast coat cobalt code codename coffee coil coin cold collective color colour column comb come comet
comfort comma command common compact company compass complete concept concert concord condor cone
confluence connect console constant contact content contour control convey cook cookie cool copper copy
coral cord core cork corn corner cosmic cotton couch council count country couple courage course court
cove cover cow cozy craft crane crave crayon crazy cream create creature credit creek crest crew cricket
crisp critic cross crow crown cruise crumb crush crystal cub cube cup cure curl current curve cut cycle
daily daisy dance dare dark dart dash data date dawn day days deal dear decade december decent deck decor
decrypt deep deer default defender delight deliver delta den dent depot desert design desk destiny detail
develop device devil dew dial diamond dice diet different dig digital dip direct dirt disc discord
discover dish display distance dive diverse do dock doctor dog doll dolphin dome domino done door dot
double dough dove down dragon drain draw dream dress drift drill drink drip drive drop drum dry duck due
dune dust duty dynamic each eagle ear early earth ease east easy eat echo eclipse edge edit effect egg
eight either elder electric elegant element elements elephant elevate eleven elite elk ember embrace
emerald emerge eminent empire empty enable enchant end energy engage engine enjoy enough enter entire epic
equal era escape escort essential eternal even event ever evergreen every everyday everyone everything
evolve exact example excel exchange exotic expand expedition expert explore explorer express extra eye
fable fabric face fact factor fair faith falcon fall fame family fan fancy far farm fashion fast fate
father favorite fawn feast feather feature february fee feed feel felt fence fern festival few fiber field
fiesta fifth fig fight figure file fill film filter final find fine finger finish fir fire firefly firm
first fish fist fit five fix fjord flag flagship flair flame flash flask flat flavor fleet flex flexible
flick flight flint flip float flock flood floor flora flour flow flower fluent fluid flume fly foam focus
fog fold folk follow food foot for force ford forest forever forge fork form formula fort forte forth
fortune forward foundation fountain four fox fragment frame framework free freedom freeze fresh friday
friend friends frog from front frontier frost fruit fuel full fun fund funnel fur fuse fusion future gain
galaxy gale gallery game gap garage garden garlic garnet gate gather gear gem general generation genesis
genius gentle get ghost giant gift ginger girl give glacier glad glass gleam glide glitch global globe
gloss glove glow glue go goal goat gold golden gone good goose grab grace grade grain grand granite grant
grape graph grass gravity gray great green grey grid grill grind grip ground group grove grow growth guard
guardian guess guide guild guitar gulf gum gun guru gusto habit hair half hall halo hammer hand handle
handy happy harbor hard hare harmony harness harp harvest hat hatch have haven hawk haze he head heal
health heap hear heart hearth heat heaven heavy heights helix hello help hemisphere herb here heritage
hero hidden hide high highland hike hill him hinge hint hip hire history hit hive hold hollow holly home
honest honey hood hook hoop hop hope horizon horn horse host hot hound hour house how hub hug human humble
hummingbird hunt hunter hurry hush hut i ice icon idea ideal if igloo image imagine impact impossible in
inch include index indie indigo infinite infinity influx ink inn inner insight inspire instant instinct
intact interior into invent invest invite iris iron is island isle it item its ivory ivy jacket jade
jaguar jam january jar jasmine jasper java jay jazz jelly jet jewel job join joint joke jolly journal
journey joy jubilee juice july jump june jungle juniper jury just justice keen keep kernel kettle key
keystone kick kid kidney kind kindle king kingdom kiss kit kitchen kite kitten knife knight knot know
koala lab label lace ladder lady lake lamb lamp lance land landmark lane language lantern large lark laser
last late latitude lattice laugh launch laurel lava lavender law lawn layer layers lead leaf league lean
leap learn least leather leave ledger left leg legacy legal legend lemon lemonade lend lens leopard less
let letter level lever liberty library lid life lift light lighthouse like lilac lily lime limit limitless
line linear linen link lion lip liquid list listen lit little live lively living lizard llama load loaf
loan lobby local lock lodge loft log logic lone long look loom loop loose lose lost lotus loud lounge love
low loyal lucid luck lucky luggage luna lunar lunch lush lux luxury lynx lyric machine mad made mafia
magenta maggie magic magnet magnolia magnum mail main major make mammoth man manage mandarin mango
manifest manor manta many map maple marble march mark market marlin marquee mars marvel mask mass mast
master match mate material matrix matter mattress maverick max maximum may maze meadow meal mean measure
meat medal media medium meet melody melon melt member memory mention menu mercury merit mesh mess message
metal meteor method metric metro mezzanine microwave middle midnight mighty mild mile milestone milk mill
mimosa mind mine mineral mini mint minute miracle mirage mirror miss mission mist mix mobile mocha mode
model modern module mojo molten moment monarch monday money monitor monk monkey month mood moon moose more
morning mortar mosaic moss most moth mother motion motor mountain mouse mouth move movement movie much mud
multiple muse mushroom music must mustang mustard mute my mystery myth nail name nano narrow nation native
natural nature nautical navigator navy near neat neck nectar need needle neighbor neon nest nested net
network neutral never new news next nexus nice niche night nimble nine ninja no noble noise nomad none
nook noon normal north northern nose not notable note nothing notice notion nova novel november now
nucleus nugget number nurse nut nutrition oak oar oasis oat object obsidian obvious ocean october odd
odyssey of off offer office often oil okay old olive olympus omega omen on once one onion only onward onyx
opal open opera optic optimal optimum option or oracle orange orbit orchard orchid order ordinary organic
origin original orion osprey other otter our out outback outcast outdoor outlook outreach outside oval
oven over owl own oxide oxygen oyster pace pack package pact pad paddle page paint pair palace pale
palette palm pan panda panel panorama pant panther paper parade paradise paragon parallel parcel pardon
park parrot part particle partner party pass passage passion past pasta paste patch path patient patriot
pattern pause paw pay peace peach peacock peak peanut pear pearl pebble pedal peek peer pelican pen pencil
penguin people pepper perch perfect performance period permit person pet petal phantom phase phoenix phone
photo piano pick picnic picture pie piece pier pig pigeon pike pilgrim pillar pillow pilot pin pinch pine
pink pinnacle pioneer pipe pit pitch pivot pixel pizza place plain plan plane planet plank plant plasma
plastic plate platform platinum play player plaza please plenty plot plug plum plumb plume plus pocket pod
poem poet point polar pole police polish pollen polo pond pony pool pop poppy porch port portal portfolio
portion position positive possible post pot potato pound powder power practice prairie praise premier
premium present press prestige pretty price pride prime primer primo prince princess print prism private
prize pro probe process product profile profit program progress project promise prompt proof proper
prophet prospect protect proton proud prove proverb public puck pull pulp pulse puma pump pumpkin punch
pupil puppy pure purple purpose purse push puzzle pyramid quail quake quality quantum quarry quart quartz
queen quest question quick quiet quill quilt quince quip quirk quit quite quiver quiz quota quote rabbit
race radar radiant radio radius raft rage rail rain rainbow raise rally ram ramp ranch random range ranger
rapid rare rascal rate rather raven raw ray razor reach react read ready real really realm reason rebel
recipe record red reed reef reel refine reflect reformation refresh regal regard region regular relate
relay release reliable relic relief relish remedy remember remote renaissance renew rent repeat reply
report republic rescue reserve resolve resource rest restore result retreat return reverb reverse revival
revolve reward rex rhythm ribbon rice rich ride ridge rift right rigid ring rings rinse ripple rise rite
ritual rival river road roam roar roast robin robot rock rocket rod rogue role roll roman romp roof rook
room root rope rose rough round route rover row royal rub rubber ruby rug rule rumble run rune runner
runway rush russet rust rustic sable saddle safari safe saffron saga sage sail sailor saint salad sale
salmon salon salt salute same sample sanctuary sand sandal sap sapphire sash satellite satin saturday
saturn sauce savage save savor saw say scale scan scarf scarlet scene scenic scent school science scoop
scope score scout screen script scroll scrub sea seagull seal search season seat second secret section
sector secure security see seed seek segment select self sell send senior sense sentinel sentry september
sequel sequoia series serious serve service set settle seven shade shadow shake shale shape share shark
sharp she shed sheep sheet shelf shell shelter shield shift shimmer shine ship shirt shoe shoot shop shore
short shot shoulder shovel show shower shuffle shuttle side sierra sift sight sigma sign signal signature
silence silent silicon silk silver similar simple simply sincere single sink sip siren sister site six
size skate sketch ski skill skin skip skull sky skylight slack slate sleek sleep sleeve sleigh slice slide
slim sling slip slope slow small smart smile smith smoke smooth snack snail snake snap snow snug so soap
social society sock soda sofa soft soil solar sole solid solo solstice solution some someone something son
song sonic soon soothe sort soul sound soup source south space spade spark sparrow speak spear special
spectrum speed spell spice spider spike spin spiral spirit splash splendid split spoke sponge spoon sport
spot spread spring sprint sprout spruce spur square squid stable stack staff stage stair stake stall stamp
stand standard staple star stardust start state station status stay steady steal steam steel steep stellar
stem step stern steward stick still sting stitch stock stone stool stop storage store stork storm story
stove straight strand stranger stratus straw stream street stretch stride strike string stripe strive
stroke strong structure studio study style subject sublime submarine success such sudden suede sugar suit
suite sum summer summit sun sundance sunday sunflower sunny sunrise sunset super superior supreme sure
surf surface surge surprise swallow swan sweep sweet swell swift swim swing switch sword symbol symphony
sync system tab table tack tackle tag tail tailor take tale talent talk tall tally tame tan tangent
tangerine tango tank tap tape target tart task taste tavern taylor tea teach teak teal team tear tech
teddy telegram tell temple tempo ten tender tennis tent term terra terrace test text texture than thank
that the theme then theory there thermal they thick thimble thin thing things think third this thistle
thorn those thought thread three thrifty thrill thrive throne through throw thumb thunder thursday thyme
ticket tide tidy tie tiger tight tile tilt timber time tin ting tiny tip titan title to toad toast today
together token tomato tomorrow tone tonic too tool top topaz torch torque torrent tortoise total touch
tough tour tower town toy trace track tractor trade tradition trail train transit travel traveler treasure
treat tree trek trend triangle tribe tribute trick trident trim trinity trip triumph tropic trouble truck
true truly trump trumpet trunk trust truth try tube tuesday tulip tumble tuna tundra tune tunnel turbo
turn turquoise turtle twelve twig twilight twin twist two type ultimate ultra umber umbrella uncle under
unicorn uniform union unique unit unite unity universal universe unlimited until up upbeat update upgrade
upper upright upstream urban urge us use user usual utmost utopia vacuum vague valet valiant valley value
valve van vanguard vanilla vantage vapor various vast vault vector vega velocity velvet vendor ventura
venture verb verge versa verse version vertex vertical very vessel vest veteran vibe vibrant victor
victory video view vigor villa village vine vintage vinyl violet viper virtual virtue visa visible vision
visit vista visual vital vitamin vivid vocal voice void volcano volt volume vortex vote vow vowel voyage
vulture wafer wagon waist wait wake walk wall wallet walnut walrus wand wander want war ward warm warp
warrior wash wasp waste watch water wave wavelength wax way we wealth wear weather weave web website wedge
wednesday week weight welcome well werewolf west whale what wheat wheel when where which while whip whirl
whisper whistle white who whole why wick wicked wide width wild wilderness will willow win wind window
wine wing wink winner winter wire wisdom wise wish wit witch with within without wizard wolf woman wonder
wood wool word work workday workshop world worth wrap wren wrestle wrist write wrong yacht yam yard yarn
year yellow yes yesterday yet yield yoga yogurt yonder you young your youth zeal zebra zen zenith zephyr
zero zest zigzag zinc zip zodiac zone zoo zoom
`;

/** Capitalised wherever they stand, so that a capital letter says nothing. */
const ALWAYS_CAPITALISED =
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december";

const ordinary = new Set(WORDS.split(/\s+/u).filter((word) => word !== ""));
const capitalised = new Set(ALWAYS_CAPITALISED.split(" "));

/** Whether a folded word, or the word it is a plain inflection of, is in the table. */
export function isOrdinaryWord(folded: string): boolean {
  if (ordinary.has(folded)) return true;
  if (folded.length < 4) return false;
  for (const ending of ["s", "es", "ed", "d", "ing", "ly", "er", "r", "est", "st"]) {
    if (folded.endsWith(ending) && ordinary.has(folded.slice(0, -ending.length))) return true;
  }
  return false;
}

/** Whether a folded word is a weekday or a month. */
export function isCalendarWord(folded: string): boolean {
  return capitalised.has(folded);
}
