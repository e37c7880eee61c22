/** What an answer says it has nothing of: "information", "mentions", "results". */
const NOTHING_OF =
  "information|info|mentions?|results?|data|details?|references?|evidence|records?|reviews?|sources?|traces?|listings?|coverage|ratings?|specifics|knowledge";

/**
 * What stands before a name that the answer says it found nothing about. Matched at the end of the clause before it.
 * "I couldn't find a better one than Acme" finds Acme: what isn't found has to be information, or the name itself.
 */
export const ABSENCE_BEFORE: readonly RegExp[] = [
  new RegExp(
    `(?:could(?:n['’]t| not)|can(?:['’]t|not)|did(?:n['’]t| not)|was(?:n['’]t| not) able to|were(?:n['’]t| not) able to|unable to|failed to|do(?:n['’]t| not)|does(?:n['’]t| not)|have(?:n['’]t| not)) (?:seem to |currently |actually )?(?:find|found|locate|located|have|see|seen|provide|offer|give|verify|identify|confirm|retrieve|access|contain|come across|turn up)\\b[^.!?\\n]{0,40}\\b(?:${NOTHING_OF}|anything|nothing) (?:\\w+ )?(?:about|on|of|for|to|regarding|concerning|from|mentioning|called|named)\\b[^.!?\\n]{0,40}$`,
    "iu",
  ),
  /\b(?:could(?:n['’]t| not)|can(?:['’]t|not)|did(?:n['’]t| not)|was(?:n['’]t| not) able to|were(?:n['’]t| not) able to|unable to|failed to) (?:find|locate|verify|identify|confirm|recognise|recognize)(?: (?:a|an|any|the|brand|company|product|tool|called|named|existence|whether|that|if|of|for|specific)){0,6}\s*["“'*_]{0,3}$/iu,
  new RegExp(
    `\\b(?:found|have|had|has|there (?:is|was|are|were)|with|contain(?:s|ed)?) (?:no|little|zero) (?:\\w+ ){0,3}(?:${NOTHING_OF})\\b[^.!?\\n]{0,40}$`,
    "iu",
  ),
  new RegExp(
    `\\bno (?:\\w+ ){0,3}(?:${NOTHING_OF}) (?:is |was |are |were )?(?:\\w+ ){0,2}(?:about|on|of|for|to|regarding|mentioning)\\b[^.!?\\n]{0,30}$`,
    "iu",
  ),
  /(?:\bnot|n['’]t) (?:familiar with|aware of|know of|recogni[sz]e|mention|mentioning|heard of|heard about)\b[^.!?\n]{0,40}$/iu,
  /\b(?:lists?|results?|sources?|articles?|reviews?|guides?|rankings?|roundups?|snippets?|pages?|documents?|data|they)\b[^.!?\n]{0,30}(?:\bnot|n['’]t) (?:include|list|feature|name|contain|reference|cover|discuss)\b[^.!?\n]{0,40}$/iu,
  /\b(?:none|neither) of (?:these|those|the|my)[^.!?\n]{0,60}\b(?:mentions?|lists?|includes?|names?|covers?|refers? to)\b[^.!?\n]{0,20}$/iu,
  /\b(?:no (?:such )?(?:brand|company|product|tool|service|hotel|app)|nothing|nobody) (?:\w+ )?(?:called|named|by the name of|as|about)\s*["“'*_]{0,3}$/iu,
  /\bunfamiliar with\b[^.!?\n]{0,20}$/iu,
  /(?<!\p{L})(?:keine|keinen|keinerlei) (?:\p{L}+ ){0,2}(?:Informationen|Infos|Angaben|Ergebnisse|Hinweise|Hinweis|Erwähnung|Erwähnungen|Daten|Quellen|Treffer|Bewertungen)(?!\p{L})[^.!?\n]{0,40}$/iu,
  /(?<!\p{L})(?:nichts (?:über|zu|von)|kenne ich nicht|nicht bekannt ist)[^.!?\n]{0,20}$/iu,
  /(?<!\p{L})(?:pas (?:pu )?trouv\p{L}*|pas d['’]informations?|aucune (?:information|mention|donnée|référence)|aucun (?:résultat|avis)|rien trouvé)(?!\p{L})[^.!?\n]{0,40}$/iu,
  /(?<!\p{L})(?:no (?:he |hemos |se |pude |logré |tengo )?(?:encontr\p{L}+|hall\p{L}+|información|datos)|sin información|ninguna (?:información|mención|referencia)|no hay (?:información|datos|resultados|menciones))[^.!?\n]{0,50}$/iu,
  /(?<!\p{L})(?:non ho (?:trovato|informazioni)|non ci sono (?:informazioni|risultati)|nessuna (?:informazione|menzione)|nessun risultato|não (?:encontrei|há informações|tenho informações|consegui encontrar)|nenhuma (?:informação|menção)|nenhum resultado|geen (?:informatie|resultaten|vermelding|gegevens)|niets (?:over|gevonden))(?!\p{L})[^.!?\n]{0,40}$/iu,
  /(?<!\p{L})(?:nie (?:znalaz\p{L}+|mam informacji|ma informacji)|brak (?:informacji|wyników|danych)|не (?:нашёл|нашел|удалось найти|нашли|знаю)|нет (?:информации|данных|сведений)|ingen information|inga resultat|ingen oplysninger|ei löytynyt tietoja)(?!\p{L})[^.!?\n]{0,40}$/iu,
  /(?:没有找到|找不到|未找到|沒有找到|没有关于|沒有關於|لم أجد|لم أعثر|لا توجد معلومات|ไม่พบข้อมูล)[^.!?。！？\n]{0,20}$/u,
];

/** What stands after such a name. Matched at the start of the text after it. */
export const ABSENCE_AFTER: readonly RegExp[] = [
  /^[*_"”]*(?:['’]s name)?,? (?:(?:is|was|were|are) (?:not|nowhere|never)|isn['’]t|wasn['’]t|aren['’]t|weren['’]t) (?:explicitly |specifically |directly |currently |even |actually )?(?:mentioned|listed(?! on (?:the |any )?(?:\w+ )?(?:stock|exchange|nasdaq|nyse))|included(?: (?:in|on|among) (?:the|this|these|those|my|any|that)\b|[.,;]|$)|found(?! to)|named|featured|to be found|covered|referenced|(?:part of|among|in|on) (?:any of )?(?:the |these |those |my |this )?(?:\w+ )?(?:lists?|results?|sources?|reviews?|rankings?|roundups?|articles?|guides?|data|database|comparison|table|index|names|mentioned|listed)|(?:a|an|one) (?:\w+ ){0,2}(?:that )?I(?:['’]m| am| know| have heard|['’]ve heard| recogni[sz]e)|a (?:well[- ])?(?:known|recogni[sz]ed) (?:brand|company|name)|known to me)/iu,
  /^[*_"”]* (?:does not|doesn['’]t|did not|didn['’]t|do not|don['’]t) (?:seem to |currently |actually )?(?:appear(?! to\b| as\b)|show up|feature (?:in|on|among|at)|come up|exist\b|turn up|get mentioned)/iu,
  /^[*_"”]*[:,–—-]?\s+(?:no (?:information|data|mentions?|results?|reviews?)(?: \w+){0,2}(?: found| available|[.\n]|$)|not (?:found|mentioned|listed|available in (?:the|my) (?:sources|results|data))\b|n\/a\b)/iu,
  /^[*_"”]* (?:wird|wurde|werden|ist|taucht|kommt) (?:\p{L}+ ){0,3}nicht (?:\p{L}+ ){0,2}(?:erwähnt|genannt|aufgeführt|gefunden|auf(?!\p{L})|vor(?!\p{L})|bekannt)/iu,
  /^[*_"”]* (?:ist mir nicht bekannt|kenne ich nicht)/iu,
  /^[*_"”]* n['’](?:est|apparaît|a) pas (?:mentionn\p{L}+|cité\p{L}*|list\p{L}+|dans|été (?:mentionn|cit|trouv)\p{L}+|connu)?/iu,
  /^[*_"”]* no (?:aparece|figura|se menciona|es mencionad\p{L}|está (?:en|incluid)|existe|fue encontrad\p{L})/iu,
  /^[*_"”]* (?:non (?:è (?:menzionat|citat|presente|elencat)|compare|appare|figura)|não (?:é mencionad|aparece|foi encontrad|consta|está)|(?:wordt|is|werd) niet (?:genoemd|vermeld|gevonden)|komt niet voor|nie (?:jest|został\p{L}*|pojawia|występuje)|не (?:упоминается|найден\p{L}*|встречается|указан\p{L}*))/iu,
  /^[*_"”]* (?:hakkında (?:herhangi bir )?bilgi (?:bulunamadı|bulamadım|yok)|listede yok|के बारे में (?:कोई )?जानकारी नहीं)/iu,
  /^[」』"]?(?:に(?:関する|ついての)|の)(?:情報|言及|レビュー|データ)(?:は|が)?(?:見つかりません|ありません|見当たりません|ない)/u,
  /^[」』"]?(?:は(?:言及|掲載|記載)されていません|については(?:わかりません|情報がありません))/u,
  /^[”"」]?的?(?:相关|相關)?(?:信息|資訊|资料|資料)(?:未找到|没有找到|找不到|沒有找到)/u,
  /^[”"」]?(?:未被提及|没有被提及|没有出现|未出现|沒有出現|并未出现|不在列表)/u,
  /^[”"]?(?:에 (?:대한|관한) (?:정보|자료|언급)(?:가|는|를)? ?(?:없|찾을 수 없|찾지 못)|(?:은|는|이|가) (?:언급되지|나오지|포함되지) 않)/u,
  /^[*_"”]* (?:غير مذكور|لم يذكر|لم يرد)/u,
];
