import type { LanguageCues } from "@/server/extraction/stance/language-cues";

export const ENGLISH: LanguageCues = {
  language: "en",
  signs:
    "the and is are of to for with that you it in on this can best your or from but our not no by only be have has was will if at as all any more than which when also their its an we they",
  letters: "",
  against: `
    avoid* | steer clear | stay away | keep away | stay clear | walk away from | run from | run away from | give @ a miss
    skip* | pass on | don't bother | do not bother | wouldn't bother | not bother with | don't [buy/get/use/choose/pick/order/trust/waste*/fall for/sign up]
    do not [buy/get/use/choose/pick/order/trust/waste*/fall for/sign up] | never [buy/buying/use/using/choose/order/trust/again]
    [not/isn't/aren't/wasn't/never/hardly/barely] [really/quite/even/yet/actually] worth | [not/isn't/aren't/wasn't/never/hardly/barely] worth
    waste of [money/time/cash] | rip-off | ripoff | rip off | scam* | look elsewhere | looked elsewhere | better off without | better off with something
    no [good/real/longer] [reason/point] to [buy/choose/get/use/pick] | no reason to [buy/choose/get/use/pick] | can't recommend | cannot recommend
    a mistake to | big mistake | regret buying | regretted | dead last | ranked last | came last | finished last | worst | one to miss | the one to avoid
    not a good [choice/option/fit/buy/idea] | poor choice | bad choice | bad idea | terrible | awful | dreadful | useless | unusable | not recommended
    not advis* | advise* against | recommend* against | warn* against | stop using | abandon* @ | leave @ on the shelf | to be avoided | blacklist*`,
  pick: `
    recommend* | i'd go with | i'd pick | i'd choose | i'd buy | i'd start with | i would [go with/pick/choose/buy/start with] | go with | go for | opt for | choose | pick up | make it
    [top/best/better/first/clear/obvious/strong*/safe*/smart*/solid/great*/excellent/favo*rite/natural/ideal/perfect/our/my/winning/number one/no. 1/default/standout/sensible/wise*/good] [pick*/choice*/option*/bet/buy/recommendation*/value/fit/all-rounder]
    top [rated/performer/contender/scorer/seller/tier/notch] | best overall | best [in class/on the market/of the bunch/for most people/value] | the best | our best | is best | are best | is better | works better | does better | performs better | wins | winner | the one to [get/buy/beat/choose]
    favo*rite* | stand* out | standout | stood out | hard to beat | tough to beat | can't go wrong | cannot go wrong | can't be beaten | can't beat | unbeat* | unmatched | second to none | no equal | unrival*ed
    beats | outperform* | outshine* | outclass* | edges out | comes out ahead | comes out on top | takes the crown | tops our | leads the [pack/field] | gold standard | go-to | must-have | must-buy
    few _ match | nothing [beats/matches/comes close] | no other _ [matches/beats/comes close] | we love | i love | we like best | top of our list | highly rated | best-rated | best suited | worth every | deserves | a no-brainer | pleasant exception
    won't [regret/disappoint/be disappointed] | the only _ that works | give @ a try | try @ first | start with @ | worth [buying/a look/a try/trying/considering/the money/it/the price/your money]`,
  reservation: `
    however | unfortunately | sadly | be [aware/careful/cautious/wary/warned/prepared] | beware | careful with | careful about | watch out | watch for | look out for | mind the | keep in mind | bear in mind | take care | caution* | caveat* | warning | note that | not without
    think twice | check _ [carefully/first/before] | read the fine print | fine print | double-check | [check/try/look at/compare] a second | second opinion | do your homework | take _ with a grain
    downside* | drawback* | disadvantage* | weakness* | weak [point/spot/battery/support/build/side] | shortcoming* | flaw* | con | cons | catch | trade-off* | tradeoff* | compromise* | limitation* | limited | lacks | lacking | lack of | missing | misses | without a
    expensive | pricey | costly | overpriced | too [expensive/small/big/heavy/loud/slow/basic/complex/much/many/short/noisy/limited] | steep | high price | high cost* | costs more | hidden [fee*/cost*/charge*] | surprise fee* | price* [rise*/jump*/double*/triple*] | triples | doubles after | upsell* | surcharge*
    slow | sluggish | laggy | buggy | bug* | crash* | glitch* | unreliable | unstable | flimsy | fragile | cheaply made | plasticky | noisy | loud | bulky | heavy | clunky | cumbersome | awkward | confusing | cluttered | dated | outdated | complicated | difficult | hard to [justify/use/learn/find/cancel/clean/recommend/reach/set up] | steep learning | learning curve | tough sell | hard sell
    mixed [reviews/results/feedback/bag/opinions] | inconsistent | hit or miss | hit-or-miss | complain* | criticis* | criticiz* | issue* | problem* | trouble* | mess | wobble* | dim | scratches | wear* out | break* | broke | leak* | fail* | stop* after | upset | drops out | disconnect* | falls short | fall short | struggle* | disappoint* | mediocre | so-so | underwhelm* | lacklustre | lackluster | poor* | worse | bad | weak | complaint* | concern*
    not [everyone/for everyone/ideal/suited/the best/great/perfect/the cheapest/cheap/as _ as/enough/available/included] | no [automation/offline/support/refund*/warranty/free/app/phone/calendar/updates] | only by e-mail | can take days | take days | far higher | harder to justify | not justify | overkill | controvers* | risk* | uncertain | questionable | depends | fine in a pinch`,
  praise: `
    excellent | great | superb | outstanding | fantastic | amazing | impressive* | exceptional* | terrific | wonderful | brilliant | stellar | remarkabl* | incredibl* | perfect* | ideal* | good | solid* | strong* | decent | fine | nice* | love* | best | better | top | leading | premium | high-quality | high quality | high-end | quality | well-made | well-built | well made | well built | well-designed | well-rounded | well suited | award-winning | award winning | acclaimed | praised | popular | renowned | trusted | reputable | beloved | classic | iconic
    easy | easily | easier | simple | straightforward | intuitive | user-friendly | effortless* | convenien* | quick* | fast* | speedy | smooth* | seamless* | snappy | responsive | efficient* | effective* | powerful | reliable | reliabl* | dependable | durab* | sturdy | rugged | robust | long-lasting | stable | secure | safe | accurate | precise | consistent* | versatil* | flexib* | customiz* | adaptable
    comfort* | cozy | soft | supportive | lightweight | light | lighter | compact | portable | slim | sleek | stylish | elegant | beautiful* | gorgeous | attractive | quiet* | silent | clean | crisp | clear | bright | vibrant | sharp | vivid | rich | immersive | fresh | natural | sustainab* | eco-friendly | ethical
    affordab* | budget-friendly | budget friendly | inexpensive | cheap* | low-cost | value | great price | good price | competitive | bang for | generous* | free tier | free plan | free shipping | comprehensive | complete | feature-rich | feature-packed | full-featured | advanced | innovative | modern | wide range | wide variety | wide selection | extensive | ample | spacious | plenty | huge | long battery | battery life | all-day | fits well | works well | performs well | shines | excels | excel | rivals | enhance* | helps | suits | designed for | known for | noted for | famous for | celebrated | offers | delivers | boasts | packs | standout | favo*rite | fun | unique | special* | tailored | inclusive | luxur* | elevated | timeless | chic | trendy | flattering | happy | worth*
    no contract* | no hidden | no fuss | hassle-free | warranty | money-back | guarantee* | most | highly | enough | suitable | balance* | scales | nothing wrong | no complaints | pleasant* | praise* | pros | advantage* | highlight* | benefit* | like it | like about | why we | why it`,
  contrast:
    "but | however | although | though | yet | unfortunately | sadly | on the downside | that said | even so | still, | nevertheless | nonetheless | just watch | otherwise | while | whereas | despite",
  negation:
    "not | n't | no | never | neither | nor | without | hardly | barely | isn't | aren't | wasn't | doesn't | don't | didn't | won't | wouldn't | can't | cannot | couldn't | shouldn't | can not",
  notOnly: "not only | not just | not merely | no doubt",
  loser:
    "better than | over | rather than | instead of | ahead of | superior to | beats | outperforms | outshines | compared with | compared to | versus | vs | worse than | away from | faster than | cheaper than | easier than | switch from | unlike",
  passing:
    "with | such as | like | including | via | through | by | from | at | on | in | per | using | uses | use | between | into | to | than | and works | called | supports | support for | according to | says | requires | alongside | across | compatible with | owned by | need | following | under | a | an | its | their | for | e.g. | features | dedicated",
  saying: "recommends | suggests | says | notes | rates | named | calls | ranks | tested | reports | lists",
  condition:
    "only if | unless | only _ if | only [pick/choose/consider/buy/worth] | if and only if | only when | may suit | may be worth",
  headings:
    "our [pick*/choice*/favo*rite*/recommendation*/top pick*] | we recommend | recommended | editor's [choice/pick*] | editors' [choice/pick*] | top pick* | top recommendation* | winner* | best overall | the best pick* | staff pick* | what we'd buy | highly recommended | must-have*",
};
