/** What a label says about the lines below it. Checked in this order; all on the folded label. */

/** Headings of lists that tell how to choose, not what: nothing below them is a recommended item. */
export const CRITERIA_SECTION =
  /^(?:what|how) to\b|^(?:key |main |top )?(?:benefits|advantages|types|features|kinds) of\b|^how (?:it|they) works?$|\b(?:consider(?:ations?|ing)?|factors?|tips?|how to (?:choose|pick|select|use|get)|what to (?:look|consider|know)|look for|key (?:features|specs|specifications|criteria|points|takeaways|differences)|buying guide|buyer's guide|criteria|checklist|important (?:notes?|features|aspects)|things to|before (?:you )?buy\w*|where to (?:buy|find|shop)|why (?:these|this|trust)|faqs?|frequently asked|methodology|how we|next steps|final (?:thoughts|notes?|advice)|conclusion|bottom line|disclaimer|sources|references|further reading|worauf|kaufberatung|kriterien|tipps|fazit|comment choisir|criteres|conseils|como elegir|criterios|consejos|come scegliere|criteri|consigli|waar op letten)\b|選び方|ポイント|まとめ|注意|如何选择|选购|注意事项|总结/u;

/** "Other options to consider" offers items, though it has a word of advice in it. */
export const OFFER_SECTION =
  /\b(?:options|picks|choices|brands|alternatives|contenders|models|products|stores|providers|services|tools|companies|retailers)\b.*\b(?:to|worth|might|could|should) consider(?:ing)?\b|^(?:also|others? to|or) consider\b|\bconsider (?:these|the following|our) (?:[\p{L}-]+ ){0,3}(?:options|picks|choices|brands|models|products)\b|^here(?:'s| are| is)\b.*\b(?:options|picks|choices|brands|recommend\w*|models|top|best|consider)\b/u;

/** Headings of lists of shops that sell what was recommended: named, and no items. */
export const PURCHASE_SECTION =
  /\b(?:where to (?:buy|find|shop|purchase|get)|(?:available|sold|found|purchased?|bought|find \S+(?: \S+){0,3}|buy \S+(?: \S+){0,3}) (?:at|from|through) (?:\S+ ){0,4}(?:retailers?|stores?|shops?|sites|websites|places)|(?:popular|major|online|reputable) (?:options|retailers|stores|shops|places|sites|websites) (?:include|like|such as)|retailers? (?:like|include|such as))\b/iu;

/** Headings that only a page flattened to blocks needs told: what the reader should find out first. */
export const ADVICE_HEADING =
  /\b(?:your (?:needs|home|budget|space|goals|priorities|preferences|situation)|assess\w*|determin\w+|understand\w*|(?:key|additional|important|other|desired|essential|must-have) (?:\S+ )?features|requirements|techniques|maintenance|recipes?|more information|details about|provide (?:\w+ ){0,3}details|compar(?:e|ing) (?:plans|prices)|general (?:\S+ ){0,3}information)\b/iu;

/** Words that offer items whatever stands above. */
export const STRONG_OFFER =
  /\b(?:recommend\w*|top|best|popular|picks|contenders|choices|alternatives|brands|retailers|stores|providers|companies)\b/iu;

/** A sentence that opens a list of items: "Based on reviews, here are some models to consider". */
export const INTRODUCTION =
  /\b(?:here(?:['’]s| are| is)|below are|consider (?:these|the following)|these are)\b(?!.*\b(?:factors|things|tips|aspects|criteria|questions|steps|features to|what to|how to)\b).*\b(?:options|picks|choices|brands|recommend\w*|models|top|best|highly|well-regarded|popular|consider|contenders|breakdown|providers|services|products|plans|companies|stores|retailers|games|some)\b/iu;

/** A sentence that opens a list of advice. */
export const ADVICE_SENTENCE =
  /\b(?:consider (?:(?:these|the following|several|some|a few) )?(?:key |important |main )?(?:factors|aspects|points|things|features|criteria|tips|questions)|following (?:factors|criteria|tips)|keep in mind|factors to|things to|depends on)\b/u;

/** Names of properties: a label made of one is a property of the item above, never an item. */
export const ATTRIBUTE =
  /^(?:approx\w* |average |estimated |main |other |some |additional |overall |key |minor |major |possible |potential )?(?:pros?|cons?|advantages?|disadvantages?|drawbacks?|downsides?|upsides?|strengths?|weaknesses?|highlights?|features?|key features?|specs?|specifications?|price(?:s| range| point)?|pricing|cost|costs|plans?|plan details?|why(?: .*)?|best for(?: .*)?|ideal for(?: .*)?|good for(?: .*)?|great for(?: .*)?|perfect for(?: .*)?|great if .*|use case.*|who (?:it|its|should).*|what .*|note|notes|tip|perks?|discounts?|network|eligibility|structure|additional info|details?|overview|description|summary|verdict|rating|ratings|reviews?|battery(?: life)?|display|screen|camera|cameras|processor|cpu|gpu|ram|memory|storage|performance|design|build|build quality|quality|comfort|fit|sound(?: quality)?|noise.*|weight|size|sizes|dimensions|capacity|material|materials|color|colors|colour|warranty|availability|location|address|hours|phone|website|link|power|motor(?: power)?|range|interior|exterior|speed|connectivity|ports?|resolution|refresh rate|panel(?: type)?|ergonomics|durability|style|value|budget|ease of use|setup|support|integrations?|platforms?|security|privacy|app|controls?|waterproof.*|water resistance|tag|genre|players|gameplay|how (?:it|to) .*|type|types|vibe|tone|body|top|neck|wood|bounce|grip|feel|fur .*|vorteile|nachteile|preis|preise|geeignet fur.*|prix|avantages|inconvenients|points forts|points faibles|precio|ventajas|desventajas|prezzo|vantaggi|svantaggi|prijs|voordelen|nadelen|preco|vantagens|desvantagens|特徴|価格|メリット|デメリット|おすすめ|优点|缺点|价格|特点|适合.*)$/u;

/** "Best for pet hair" heads a pick; "Best for" alone is a property. */
export const BEST_FOR = /^(?:best|ideal|great|good|perfect|top) (?:pick )?for (?!you$|me$)\S+(?: \S+){0,6}$/u;

/** Headings of lists of items, and lead-ins that stand before one: "Best overall: Acme X1". */
export const SECTION =
  /^(?:the |our |my |some |a few |your )?(?:\d+ )?(?:\w{3,}est |(?:top|best(?! buy\b| western\b)|other|more|also|another|recommended|recommendations?|popular|notable|honou?rable|highly|leading|great|good|excellent|budget|mid|midrange|premium|luxury|high|entry|affordable|cheapest?|most|overall|runners?|alternatives?|additional|summary|quick|final|for|if|great for|ideal|editor'?s|expert|under|strong|specific|brands?|stores?|retailers?|online|local|sustainable|trendy|classic|beste[rns]?|weitere|empfehlung\w*|fur|wenn|meilleure?s?|autres?|pour|mejores|otros|otras|para|migliori|altri|per|melhores|outros|beste|andere|voor)\b)|\b(?:picks?|options|choices|contenders|recommendations?|alternatives|mentions|brands|stores|retailers|models|tier|overall|runner up|winner|value|budget|category|categories|systems|reviewed|comparison|list|summary|explained|breakdown)$|(?:おすすめ|ランキング|推荐|推薦|排行).*$/u;

/** Endings of words that name a quality or an act: "durability", "cancellation", "handling". */
export const GENERIC_ENDING =
  /(?:tion|sion|ity|ness|ment|ance|ence|ency|ancy|able|ible|ing|ful|less|ous|ive|ship|ics|ally|ly|ed|ware|ish|proof|friendly|resistant|quality|sized?|grade|ungen|heit|keit|schaft|mente|idad|ité|zione)s?$/u;

/** Small words that a title keeps in lower case. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  "a an and the of for in on to with by or at from vs is as your it you de la le el di da du des der die das und et y e".split(
    " ",
  ),
);

/** Words of a shop window that are generic though not in the table of ordinary words. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  `overall mid range wi fi wireless bluetooth wifi headphones headphone earbuds earphones laptop laptops smartphone smartphones monitor monitors
  suitcase luggage dehumidifier dehumidifiers blender blenders fryer fryers sleeper sleepers swimwear swimsuit bikini
  sneakers skincare shampoo software saas crm online shopping indoor outdoor cordless portable ergonomics durability
  versatility compatibility affordability budget midrange inexpensive pricey cellular 5g 4g 4k 8k hdmi usb ssd oled qled
  lcd led ips gps anc eq hdr ai ar vr ev evs suv pc pcs tv tvs diy hd uhd qhd fhd hepa nfc lte sim esim iot
  unlimited seniors beginners professionals gamers students families athletes travelers gaming streaming fitness workout
  techsavvy pros cons specs faq faqs aesthetics logistics subscription subscriptions membership contracts coverage
  mattresses pillowtop latex foam coils innerspring wattage decibel humidistat ballistic polycarbonate aluminum nylon`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** Abbreviations whose dot ends no sentence. */
export const ABBREVIATION =
  /(?:^|[\s(\d-])(?:qt|sq|ft|in|oz|lb|lbs|vs|inc|no|approx|dr|mr|mrs|ms|st|jr|sr|co|corp|ltd|etc|e\.g|i\.e|u\.s|max|min|gal|pt|cu|vol|gen|ver|v)$/iu;
