/**
 * English words that are also, or could be, brand names. A name made only of these counts in its own spelling alone
 * and needs evidence from its neighbours. One space-separated string keeps the table readable and the bundle small.
 */
const WORDS = `
a able about above academy accept access accord ace acorn across act action activate active acute adapt
add advance advice affirm after again age agent agile ahead air alarm alert align alive all allegiant
alley ally almost aloft alone along alpha alphabet already also alter alto always am amaze amazing amber
ambition amigo amp ample amplitude an anchor ancient and angel angle animal answer ant anthem antler anvil
any anyone anything apart apex apple april arc arcade arch archer arena argon argos aria ark arm army
around arrive arrow art artisan as asana ascend ash aside ask aspire asset astute at atelier atlas atom
attach attic attire auburn audible audience august aura aurora aurum author auto avenue average avid
avocado awake award aware away awesome axe axis azure baby back backbone bad badge badger bag bagel bake
bakery balance ball balm bamboo banana band bang bank banner bar barber bare bark barley barn baron base
basic basil basin basket bass bat batch bath battery bay be beach beacon beam bean bear beast beat
beautiful beauty because bed bee beehive beetle before begin behind bell belle below belt bench benchmark
bend benefit bento berry best bestow beta better between beyond big bike bill billow bin bind binder binge
birch bird birdie biscuit bishop bison bit bite black blade blank blanket blast blaze blend bless blind
blink bliss blizzard block bloom blossom blow blue blur board boat bobcat body bold bolt bond bone bonfire
bonus book booking bookmark boom boost boot boots border born boss both bottle bottom boulder bounce bound
bounty bouquet bow bowl box boy brain bramble branch brand brass brave bravo bread break breaker breath
breeze brew brick bridge brief bright bring brisk broad brook brother brown brush bubble bucket buckle bud
buddy budget buffalo buffer bug bugle build bull bullet bumble bump bundle bunker burn burrow burst bus
business busy but butcher butter butterfly button buy buzz buzzer by byline byte cabbage cabin cable
cactus cake calendar caliber call calm camel camera camp campfire campus can canal canary candid candle
candy cane canon canopy canvas canyon cap cape caper capital capitol caption car caravan carbon card
cardinal care cargo carnival carousel carriage carrot carry cart cartel carve cascade case cash casino
cask cast castle casual cat catalog catalyst catch caterpillar cause cavalier cave cedar celebrate cell
cello cement center central century cereal certain chain chair chalet chalice challenge chamber chameleon
champion chance change channel chapel chapter charcoal charge chariot charm chart charter chase chaser
chat chatter cheap check checker cheer cheetah cherry chess chest chestnut chevron chew chic chicken chief
child chili chill chime chip chirp chisel choice choose chord chorus chrome church cinder cinema cinnamon
cipher circle circuit citadel citizen citrus city civic claim clarion clarity clash clasp class classic
clay clean clear clever click cliff climb clip clipper clock clockwork cloister close closer closet cloth
cloud clover club clue coach coast coat cobalt cobble cobra coda code codename codex coffee cohort coil
coin cold collage collect collective color colour column comb come comet comfort comma command common
compact company compass complete comply comrade concept concert concord condor cone confetti confluence
congress connect console constant constellation contact content contour control converse convey cook
cookie cool copilot copper copy coral cord core cork corn corner corona corsair cosmic cosmos cottage
cotton couch council count country couple coupon courage courier course court cove covenant cover cow
coyote cozy cradle craft cranberry crane crater crave crayon crazy cream create creature credit creed
creek crescent crest crew cricket crimson crisp crispy critic cross crossing crossroads crow crown
crucible cruise crumb crunch crusade crush crypto crystal cub cube cup cure curl current curtain curve
cushion cut cutlass cutter cyber cycle cyclone cygnet cypress dagger daily daisy dance dapper dare dark
darling dart dash data date dauntless dawn day days deal dear debut decade december decent deck decor
decoy decrypt deep deer default defender degree delight deliver delta demand demon den denim dent depot
depth derby desert design desk destination destiny detail detour develop device devil dew dial diamond
diary dice diet differ different dig digest digital dimension dingo dip diplomat direct dirt disc discord
discount discover dish disk display distance dive diverse divine do dock doctor dodge dog doll dolphin
domain dome dominion domino done donkey doodle door dormant dot double dough dove down dragon dragonfly
drain drama draw dream dreamer dress drift drill drink drip drive driver drone drop drum drummer dry
duchess duck due duet duke dune duo dusk dust dusty duty dwell dynamic dynamo dynasty each eager eagle ear
early earnest earth ease east easy eat echo eclair eclipse edge edit effect egg ego eight either elastic
elder electric elegance elegant element elements elephant elevate elevation eleven elite elk embark ember
emblem embody embrace emerald emerge eminent emperor empire emporium empty enable enchant encore end
endeavor endure energy engage engine enigma enjoy enough ensemble ensign enter entire envision envoy epic
epoch equal equator equinox equity era ergo escape escort essential eternal ethos eureka even evening
event ever evergreen every everyday everyone everything evolution evolve exact example excalibur exceed
excel exchange exodus exotic expand expedition expert explore explorer express extra eye fable fabric face
facet fact faction factor fair faith falcon fall fame family fan fancy far farewell farm farmer fashion
fast fate father fathom fauna favorite fawn feast feather feature february fee feed feel felt fence fern
ferret festival fetch few fiber fiddle fidelity field fiesta fifth fig fight figment figure filament file
fill film filter final finale finch find fine finger finish fir fire firebird firefly fireside firework
firm first fiscal fish fist fit five fix fjord flag flagship flair flame flamingo flannel flare flash
flask flat flavor fledge fleet flex flexible flick flicker flight flint flip float flock flood floor flora
flour flourish flow flower fluent fluid flume flurry flute fly flyer foam focus fog fold foliage folk
follow fondue food foot footprint for forager force ford forerunner forest forever forge fork form formula
fort forte forth fortress fortune forum forward fossil foundation foundry fountain four fox foxglove
fracture fragment fragrance frame framework free freedom freeze freight fresco fresh friday friend friends
frigate fringe frog from front frontier frontline frost frosty fruit fudge fuel full fun fund funnel fur
furnace fury fuse fusion future fuzzy gadget gain galaxy gale gallant gallery gallop gambit game gamma gap
garage garden gargoyle garland garlic garnet gate gather gazelle gazette gear gecko gem gemini general
generation generous genesis genius gentle get geyser ghost giant gift gigantic ginger girl give glacier
glad glade gladiator glamour glance glass gleam glide glimmer glimpse glitch global globe glory gloss
glove glow glue gnome go goal goat goblin goddess gold golden golf gondola gone good goose gorilla gospel
gourmet grab grace grade gradient grain grand granite grant grape graph grass gravel gravity gray great
green greenhouse grey grid griffin grill grind grip grit grizzly groove grotto ground group grove grow
growth gryphon guard guardian guava guess guide guild guitar gulf gull gum gun guru gusto gypsum habit
habitat hacker haiku hair halcyon half hall halo hamlet hammer hamper hand handle handy hangar happen
happy harbinger harbor hard hardy hare harlequin harmony harness harp harvest hat hatch have haven hawk
hawthorn haze hazel he head headway heal health heap hear heart hearth heat heaven heavy hedge hefty
heights heirloom helium helix hello helmet help hemisphere henna herald herb here heritage hermit hero
heron hexagon hickory hidden hide high highland highlight highway hike hill him hinge hint hip hippo hire
history hit hive hobby hold hollow holly home homestead honest honey honeycomb hood hook hoop hop hope
horizon horn hornet horse host hot hound hour hourglass house how hub huddle hug human humble humming
hummingbird hummus hunt hunter hurricane hurry hush husky hut hyacinth hybrid hydra hydrogen hyena i ibis
ice iceberg icicle icon idea ideal idol if igloo ignite iguana image imagine immerse impact imperial
impossible impulse in incense inch incline include index indie indigo indulge infinite infinity influx
infuse ink inkling inlet inn inner innovate inquire insight insignia inspire instant instinct instrument
intact integral intercept interior interval into intrepid invent invest invite invoice ion iota iris irish
iron ironclad is island isle it item its ivory ivy jackal jacket jackpot jade jaguar jam january jar
jargon jasmine jasper jaunt java javelin jay jazz jelly jet jewel jigsaw job jockey join joint joke joker
jolly jolt journal journey jovial joy jubilee juice july jumbo jump junction june jungle junior juniper
jupiter jury just justice kangaroo kayak keen keep kelp kernel kestrel kettle key keystone kibble kick kid
kidney kind kindle king kingdom kingfisher kiosk kiss kit kitchen kite kitten knife knight knot know koala
kodiak lab label lace ladder lady lagoon lake lamb lamp lance land landing landmark lane language lantana
lantern lapis large lark laser lasso last late latitude lattice laugh launch laundry laurel lava lavender
law lawn layer layers lead leaf leaflet leafy league lean leap learn least leather leave lectern ledger
left leg legacy legal legend lemon lemonade lend lens leopard less let letter lettuce level lever lexicon
liaison liberty libra library lichen lid life lift light lighthouse like lilac lilt lily lime limit
limitless line linear linen lingo linguist link lion lip liquid list listen lit litmus little live lively
living lizard llama load loaf loan lobby lobster local lock locket locust lodge loft log logic logo
lollipop lone long longhorn look loom loop loose lore lose lost lotion lotus loud lounge love low loyal
lozenge lucid luck lucky luggage lullaby lumber luminous luna lunar lunch lunchbox lure lush lute lux
luxury lynx lyric macaroni machine mad made mafia magenta maggie magic magma magnet magnetic magnolia
magnum magpie mahogany maiden mail main mainstay majestic major make mallard mallet mammoth man manage
mandala mandarin mango manifest manor manta mantis mantle many map maple marathon marble march mariner
mark market marlin marmalade maroon marquee mars marvel mascot mask mass mast master match mate material
matrix matter mattress maven maverick max maximum may mayflower mayor maze meadow meal mean measure meat
medal medallion media meditate medium meet megaphone melody melon melt member memento memory menagerie
mention mentor menu mercury merit mesa mesh mess message meta metal meteor meteorite method metric metro
mezzanine microwave midas middle midnight midway mighty mild mile milestone milk mill mimosa mind mine
mineral mingle mini minnow mint minuet minute miracle mirage mirror miss mission mist mistral mitten mix
moat mobile mocha mode model modern module mohawk mojo molecule molten moment monarch monday money
mongoose monitor monk monkey monocle monolith monsoon month monument mood moon moonlight moonshot moose
more morning morsel mortar mosaic moss most motel moth mother motion motor motto mountain mouse mouth move
movement movie much mud muffin mulberry mule multiple mural muscle muse museum mushroom music must
mustache mustang mustard mute my myriad mystery myth nail name nano narrative narrow narwhal nation
nationwide native natural nature nautical navigator navy near neat nebula neck nectar nectarine need
needle neighbor neon neptune nest nested net network neutral never new news next nexus nice niche nickel
night nightfall nightingale nimble nimbus nine ninja nirvana no nobel noble nocturne nodule noise nomad
none noodle nook noon normal north northern nose not notable note nothing notice notion nougat nova novel
november novice now nucleus nugget number nurse nut nutmeg nutrition oak oar oasis oat oatmeal obelisk
object oboe obsidian obvious ocean ocelot octagon octave october octopus odd odyssey of off offer office
often oil ointment okay old olive olympus omega omelet omen on once one onion only onward onyx opal opaque
open opera opossum optic optimal optimum option or oracle orange orbit orchard orchestra orchid order
ordinance ordinary oregano organ organic orient origami origin original orion oscar osprey ostrich other
otter our out outback outcast outdoor outfit outlook outpost outreach outrigger outset outside oval oven
over overture owl own oxbow oxide oxygen oyster pace pack package pact pad paddle padlock page pagoda
paint pair palace paladin pale palette palm pan panda panel panorama pant panther pantry papaya paper
parachute parade paradise paragon parallel parasol parcel parchment pardon park parliament parlor parrot
parsley parsnip part particle partner party pass passage passion passport past pasta paste pastel pastry
patch path pathfinder patient patio patriot patrol pattern pause pavilion paw pay peace peach peacock peak
peanut pear pearl pebble pecan pedal pedestal peek peer pegasus pelican pen pencil pendant pendulum
penguin peninsula peony people pepper peppermint perch perennial perfect performance period perk permit
perplexity person pet petal petunia pewter phantom pharaoh phase pheasant philosophy phoenix phone photo
piano piccolo pick pickle picnic picture pie piece pier pig pigeon pigment pike pilgrim pillar pillow
pilot pin pinch pine pineapple pink pinnacle pinto pioneer pipe pirate pistachio pit pitch pitcher pivot
pixel pixie pizza place plaid plain plan plane planet plank planner plant plasma plastic plate plateau
platform platinum play player plaza please pledge plenty plot plug plum plumage plumb plume plus plush
pocket pod poem poet point poise polar pole police polish pollen polo poncho pond pony pool pop popcorn
poppy porcelain porch porcupine port portal porter portfolio portion portrait posh position positive
possible post postcard postman pot potato pouch pound powder power practice prairie praise prelude premier
premise premium present press prestige presto pretty pretzel price pride prime primer primo primrose
prince princess print prism private prize pro probe process prodigy product profile profit program
progress progressive project prologue promise prompt prong proof propel proper prophet prospect prospector
protect proton proud prove proverb provision prowl prune public puck puffin pull pulp pulsar pulse puma
pump pumpkin punch pupil puppy pure purple purpose purse push puzzle pyramid pyre quail quake quality
quantum quarry quart quarterly quartz quasar quaver queen quench quest question quick quicksilver
quickstep quiet quill quilt quince quip quirk quit quite quiver quiz quokka quorum quota quote rabbit
raccoon race racer radar radiant radio radish radius raft rage ragtime raid rail rain rainbow rainfall
raise rally ram rambler ramp ranch random range ranger rapid raptor rare rascal raspberry ratchet rate
rather rattle raven raw ray razor reach react read ready real really realm reaper reason rebel rebound
recipe recital recluse record red redwood reed reef reel refine reflect reformation refresh regal regard
regatta regent region regions regular reindeer relate relay release reliable relic relief relish remedy
remember remote renaissance renegade renew rent repeat reply report repose republic rescue reserve
residence resin resolve resonance resort resource rest restore result retreat return reveal revel reverb
reverie reverse revival revolution revolve reward rex rhapsody rhino rhythm ribbon rice rich riddle ride
ridge rift rigging right rigid rind ring ringer rings rinse ripple rippling riptide rise rite ritual rival
river road roadster roam roar roast robin robot rock rocker rocket rod rodeo rogue role roll roman romance
romp roof rook rookie room rooster root rope rose rosemary rosewood rotary rotor rough round route rover
row rowboat royal rub rubber ruby rucksack rudder rug rugged rule rumble run rune runner runway rush
russet rust rustic rye sable sabre saddle safari safe saffron saga sage sail sailor saint salad sale
salmon salon salsa salt salute samba same sample samurai sanctuary sanctum sand sandal sandbox sandstone
sap sapling sapphire sardine sash sassy satellite satin saturday saturn sauce savage savannah save savor
savvy saw say scale scan scarab scarf scarlet scene scenic scent scepter scholar school science scoop
scooter scope score scorpion scout screen scribe script scroll scrub sculptor sea seagull seahorse seal
search seashell season seat second secret section sector secure security see seed seek seesaw segment
select self selfie sell semaphore seminar senate send senior sense sentinel sentry september sequel sequin
sequoia serenade serenity series serious sermon serve service sesame set settle seven sextant shade shadow
shake shale shaman shamrock shanty shape share shark sharp she shed sheep sheet shelf shell shelter
sheriff sherpa shield shift shilling shimmer shine ship shipyard shirt shoe shoot shop shore short
shortcut shot shoulder shout shovel show shower shrine shuffle shutter shuttle side sidekick sierra sift
sight sigma sign signal signature silence silent silhouette silicon silk silo silver similar simmer simple
simply sincere single sink sip siphon siren sister site six size sizzle skate sketch ski skill skin skip
skipper skull sky skylark skylight skyline slack slate sledge sleek sleep sleeve sleigh slice slide slim
sling slip slipper slogan slope slow small smart smile smith smog smoke smooth smuggle snack snail snake
snap snapdragon sneak snow snowball snowdrop snowflake snug so soap social society sock soda sofa soft
soil solace solar sole solid solitaire solo solstice solution some someone something son sonata sonder
song sonic sonnet soon soothe soprano sorbet sorrel sort souffle soul sound soup source south space spade
spark sparkle sparrow speak spear special spectre spectrum speed speedway spell sphere sphinx spice spider
spike spin spindle spinnaker spiral spire spirit splash splendid split spoke sponge spoon sport spot
spread spring sprint sprite sprout spruce spur square squash squid squirrel stable stack stadium staff
stage stair stake stall stallion stamp stampede stand standard staple star starboard stardust starfish
starling start state station statue status stay steady steal steam steed steel steep stellar stem stencil
step stern steward stick stiletto still sting stingray stirrup stitch stock stomp stone stool stop storage
store stork storm story stove straight strand stranger stratosphere stratus straw strawberry stream
streamer street stretch stride strike string stripe strive stroke stroll strong structure stucco studio
study style subject sublime submarine subway success such sudden suede sugar suit suite sultan sum summer
summit summon sun sunbeam sundance sunday sundial sunflower sunlight sunny sunrise sunset super superior
supreme sure surf surface surge surprise swagger swallow swan sweater sweep sweet swell swift swim swing
swirl switch switchboard sword sycamore symbol symphony sync syndicate syrup system tab tabby table tablet
tack tackle taco tag tail tailor take tale talent talisman talk tall tally talon tambourine tame tan
tandem tangent tangerine tangle tango tangram tank tap tape tapestry target tarot tart tartan task tassel
taste tattoo tavern taylor tea teach teak teal team teapot tear teardrop tech teddy tee telegram telescope
tell tempest template temple tempo ten tender tennis tenor tent term termite terra terrace terrain terrier
test text texture than thank that thatch the theme then theory there thermal they thick thicket thimble
thin thing things think third this thistle thorn those thought thread threads three thrifty thrill thrive
throne throttle through throw thrush thumb thunder thursday thyme tiara ticket tidal tide tidy tie tiger
tight tile tiller tilt timber time tin tincture tinder ting tinker tinsel tiny tip titan title to toad
toast today toffee together toggle token tomato tomorrow tone tonic too tool toolbox top topaz topiary
torch torpedo torque torrent tortilla tortoise total totem toucan touch tough tour tower town toy trace
track tracker traction tractor trade trademark tradition trail trailblazer train trance tranquil transit
trapeze travel traveler travelers traveller treasure treat tree trek tremor trend trestle triad triangle
tribe tribute trick trident trillion trim trinity trinket trip triumph trombone trophy tropic trouble
trowel truck true truffle truly trump trumpet trunk trust truth try tuba tube tuesday tugboat tulip tumble
tumbler tuna tundra tune tunnel turbo turn turquoise turtle tuxedo twelve twig twilight twin twinkle twist
two type typhoon uber ukulele ultimate ultra umber umbrella umpire uncle under underdog unicorn uniform
union unique unit unite unity universal universe unlimited until up upbeat update upgrade uplift upper
upright upstream uptown urban urchin urge us use user usual utensil utmost utopia utter vacation vacuum
vagabond vague valet valiant valley valor value valve vampire van vanguard vanilla vanish vanity vantage
vapor various vase vast vault vector vega velocity velvet vendetta vendor venom ventura venture verb
verdict verge vermilion versa verse version vertex vertical vertigo very vessel vest veteran vibe vibrant
vicinity victor victory video view vigil vigor viking villa village vine vinegar vineyard vintage vinyl
viola violet viper virtual virtue virtuoso visa viscount visible vision visit vista visual vital vitamin
vivid vixen vocal voice void volcano volley volt voltage volume vortex vote vow vowel voyage voyager
vulture wafer waffle wagon waist wait wake walk wall wallet walnut walrus waltz wand wander wanderer want
war warbler ward warden warehouse warm warp warrior wasabi wash wasp waste watch water waterfall
watermelon waterway wave wavelength wax way wayfarer we wealth wear weasel weather weave weaver web
website wedge wednesday week weight welcome well werewolf west whale wharf what wheat wheel when where
whether which while whim whip whirl whirlpool whiskey whisper whistle white who whole why wick wicked
wicket wide width wigwam wild wildcat wilderness wildflower will willow win wind windmill window wine wing
winger wink winner winter wire wisdom wise wish wisteria wit witch with within without wizard wolf woman
wombat wonder wood woodland woodpecker wool word work workbench workday workshop world worth wrap wreath
wren wrench wrestle wrist write wrong xenon yacht yam yard yarn year yearling yellow yes yesterday yet
yeti yield yodel yoga yogurt yolk yonder you young your youth zeal zebra zen zenith zephyr zeppelin zero
zest zigzag zinc zip zircon zodiac zone zoo zoology zoom zucchini
`;

/** Capitalised wherever they stand, so that a capital letter says nothing. */
const ALWAYS_CAPITALISED =
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december";

const ordinary = new Set(WORDS.split(/\s+/u).filter((word) => word !== ""));
const capitalised = new Set(ALWAYS_CAPITALISED.split(" "));

/** Endings of a plain inflection, and the fewest letters before each: "Acer" is no more of an ace. */
const ENDINGS: readonly (readonly [string, number])[] = [
  ...["s", "es", "ed", "d", "ing", "ly"].map((ending) => [ending, 1] as const),
  ...["er", "r", "est", "st"].map((ending) => [ending, 4] as const),
];

/** Whether a folded word, or the word it is a plain inflection of, is in the table. */
export function isOrdinaryWord(folded: string): boolean {
  if (ordinary.has(folded)) return true;
  if (folded.length < 4) return false;
  for (const [ending, fewest] of ENDINGS) {
    const length = folded.length - ending.length;
    if (length >= fewest && folded.endsWith(ending) && ordinary.has(folded.slice(0, length))) return true;
  }
  return false;
}

/** Whether a folded word is a weekday or a month. */
export function isCalendarWord(folded: string): boolean {
  return capitalised.has(folded);
}
