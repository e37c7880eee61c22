/** Words that follow a company as subject or in a list, and seldom an ordinary word at a sentence's start. */
export const SUBJECT_FOLLOWERS: ReadonlySet<string> = new Set(
  `is are was has have had offers offer makes make provides sells sold carries does doesn't isn't can will also stands
  remains released launched claims says recommends uses comes delivers features focuses ranks and or vs versus by
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

/** Nouns that turn the name before them into another entity: a river, a place, a dish. */
export const OTHER_ENTITY_FOLLOWERS: ReadonlySet<string> = new Set(
  `river rainforest basin university college street avenue boulevard county ocean pie pies tree trees juice cider
  audience audiences heart market markets price prices`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** What stands before a name that the answer says it found nothing about. Matched at the end of the text before it. */
export const ABSENCE_BEFORE: readonly RegExp[] = [
  /\b(?:could(?:n['’]t| not)|can(?:['’]t|not)|did(?:n['’]t| not)|was(?:n['’]t| not) able to|were(?:n['’]t| not) able to|unable to) (?:find|locate|verify|identify|confirm)\b[^.!?\n]{0,80}$/iu,
  /\b(?:found|have|had|there (?:is|was|are|were)) no (?:\w+ ){0,3}(?:information|mentions?|results?|data|details|references?|evidence|records?|reviews?)\b[^.!?\n]{0,40}$/iu,
  /\bno (?:\w+ ){0,2}(?:information|mentions?|results?|references?|records?) (?:about|on|of|for|to|regarding)\b[^.!?\n]{0,30}$/iu,
  /\b(?:not|n['’]t) (?:familiar with|aware of|know of|mention|include|list)\b[^.!?\n]{0,30}$/iu,
  /\b(?:keine|keinen) (?:Informationen|Angaben|Ergebnisse|Hinweise|Erwähnung)(?!\p{L})[^.!?\n]{0,30}$/iu,
  /\b(?:pas trouvé|aucune (?:information|mention|donnée)|aucun résultat)(?!\p{L})[^.!?\n]{0,40}$/iu,
  /\b(?:no (?:he |hemos |se )?(?:encontr\p{L}+|hall\p{L}+)|sin información|ninguna (?:información|mención))[^.!?\n]{0,50}$/iu,
  /\b(?:non ho trovato|nessuna informazione|não encontrei|nenhuma informação|geen informatie)(?!\p{L})[^.!?\n]{0,40}$/iu,
];

/** What stands after such a name. Matched at the start of the text after it. */
export const ABSENCE_AFTER: readonly RegExp[] = [
  /^[*_"”]*(?:['’]s name)? (?:(?:is|was|were|are) (?:not|n['’]t|nowhere)|isn['’]t|wasn['’]t|aren['’]t) (?:explicitly |specifically |directly |currently )?(?:mentioned|listed|included|found|featured|named|among|part of|to be found)\b/iu,
  /^[*_"”]* (?:does not|doesn['’]t|did not|didn['’]t|do not|don['’]t) (?:seem to )?(?:appear|show up|feature|come up)\b/iu,
  /^[*_"”]* (?:wird|wurde|werden|ist) (?:\w+ )?nicht (?:erwähnt|genannt|aufgeführt|gefunden)\b/iu,
  /^[*_"”]* n['’](?:est|apparaît|a) pas (?:mentionn\w+|cité\w*|list\w+|dans)?/iu,
  /^[*_"”]* no (?:aparece|figura|se menciona|está (?:en|incluid))\b/iu,
  /^[」』"]?に(?:関する|ついての)情報(?:は|が)(?:見つかりません|ありません)/u,
  /^[”"]?的(?:相关)?(?:信息|資訊|资料)(?:未找到|没有找到|找不到)/u,
];

/** The answer repeating the question before it answers. From the start of the text to the end of its line. */
export const ECHO: readonly RegExp[] = [
  /^[\s>*_#"“]{0,8}(?:you asked(?: me)?(?: about)?|your (?:question|query|prompt|request)|question|prompt|query|user|q|frage|deine frage|ihre frage|question posée|vous avez demandé|pregunta|domanda|質問|问题|問題)(?:\s+(?:is|was))?[*_]{0,2}\s*[:：][^\n]{0,2000}(?:\n|$)/iu,
  /^[\s>*_#]{0,8}(?:you asked(?: me)?|you wanted to know|you(?:['’]re| are) asking)[:,]?[^\n.?!]{0,500}[.?!]["”]?(?:\s|$)/iu,
];
