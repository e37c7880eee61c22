/** Words that follow a company as subject or in a list, and seldom an ordinary word at a sentence's start. */
export const SUBJECT_FOLLOWERS: ReadonlySet<string> = new Set(
  `is are was has have had offers offer makes make provides sells sold carries does doesn't isn't can will also stands
  remains released launched claims says recommends uses comes delivers features focuses ranks and or vs versus by
  lets charges integrates supports allows helps gives works runs starts costs includes covers pays ships keeps takes
  adds combines brings earns excels lacks requires connects syncs handles automates caters manufactures produces
  operates owns acquired announced introduced recently currently still doesn shines wins leads tops beats boasts
  pairs suits fits stands scores became becomes began bought plc inc llc ltd
  app store stores website brand products product devices customers users account subscription
  ist bietet hat und oder est offre et ou es ofrece tiene y o offre ha e`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** Words that may open a sentence before a name: a capital on them says nothing about a title. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  `the a an at from try like and or but with for by in on to of as if when while is are both consider choose check
  visit see use using shop unlike compared versus vs via also either neither brands brand retailers retailer stores
  store companies company such including why how what does can buy get your their its our new`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** The answer repeating the question before it answers. From the start of the text to the end of its line. */
export const ECHO: readonly RegExp[] = [
  /^[\s>*_#"“]{0,8}(?:you asked(?: me)?(?: about)?|your (?:question|query|prompt|request)|question|prompt|query|user|q|frage|deine frage|ihre frage|question posée|vous avez demandé|pregunta|domanda|質問|问题|問題)(?:\s+(?:is|was))?[*_]{0,2}\s*[:：][^\n]{0,2000}(?:\n|$)/iu,
  /^[\s>*_#]{0,8}(?:you asked(?: me)?|you wanted to know|you(?:['’]re| are) asking)[:,]?[^\n.?!]{0,500}[.?!]["”]?(?:\s|$)/iu,
];
