import type { DomainClass, PageType } from "@/server/extraction/contract";

/** Words of an address or a title that tell what a page is, in several languages. All on lower case, dashes as spaces. */
export const COMPARISON =
  /(?<![\p{L}\p{N}])(?:vs\.?|versus|compare[ds]?|comparing|comparison|comparisons|head to head|vergleich|vergleichen|im vergleich|comparatif|comparatifs|comparer|comparaison|comparativa|comparativas|comparacion|comparación|comparar|comparativo|comparação|confronto|confronti|a confronto|vergelijk|vergelijken|vergelijking|porównanie|porownanie|kontra|jämför|jämförelse)(?![\p{L}\p{N}])|比較|比较|对比|對比|どっち|哪个好/u;

export const LISTICLE =
  /(?<![\p{L}\p{N}])(?:(?:the )?best|top \d+|\d+ (?:best|top|great|must|tips|ways|tools|apps|reasons|alternatives|of the best)|top (?:rated|picks)|our (?:favorite|favourite)s?|alternatives?|alternatives to|roundup|round up|ranking|rankings|ranked|gift guide|buying guide|buyers guide|buyer's guide|die \d+ besten|beste[nrs]?|bestenliste|testsieger|kaufberatung|top \d+|meilleure?s?|les \d+|guide d'achat|guide achat|mejores|los \d+|las \d+|guía de compra|guia de compra|migliori?|i \d+ migliori|guida all'acquisto|melhores|os \d+|as \d+|guia de compras|beste|de \d+ beste|najlepsze|najlepszy|ranking|bästa|bedste)(?![\p{L}\p{N}])|おすすめ|オススメ|ランキング|\d+選|選び方|推荐|推薦|排行|排名|十大|盘点/u;

export const HOW_TO =
  /(?<![\p{L}\p{N}])(?:how to|how do|how can|guide|guides|tutorial|tutorials|step by step|walkthrough|getting started|set up|setup|faq|faqs|help|support|docs|documentation|manual|anleitung|anleitungen|ratgeber|hilfe|so geht|wie (?:man|du|sie|kann)|comment|tutoriel|aide|cómo|como|guía|guia|tutoriales|ayuda|ajuda|come|guida|guide|aiuto|hoe|handleiding|uitleg|jak|poradnik|pomoc)(?![\p{L}\p{N}])|使い方|やり方|方法|とは|ガイド|ヘルプ|教程|怎么|如何|指南|攻略/u;

/** Sections that a path goes through, segment by segment. */
export const SECTIONS: readonly (readonly [PageType, RegExp])[] = [
  [
    "how-to",
    /^(?:how-to|howto|tutorials?|guides?|help|hc|support|docs?|documentation|manuals?|kb|knowledge-?base|faqs?|learn|anleitung(?:en)?|ratgeber|hilfe|aide|ayuda|ajuda|aiuto|hulp|pomoc)$/u,
  ],
  [
    "comparison",
    /^(?:compare|comparison|comparisons|vs|vergleich|comparatif|comparativa|confronta|vergelijk|porownanie)$/u,
  ],
  [
    "product",
    /^(?:dp|p|product|products?-page|item|items|itm|ip|pd|prod|sku|produkt|produkte|produit|produits|producto|productos|prodotto|prodotti|produto|produtos|artikel|pricing|prices|plans|features|preise|preis|tarifs?|precios|prezzi|precos|prijzen|cennik|goods|detail)$/u,
  ],
  [
    "category",
    /^(?:c|b|cat|category|categories|collections?|departments?|kategorie|kategorien|kategoria|categorie|categoria|categorias|catégorie|rayon|shop|store|browse|search|s|sr|tag|tags|topics?|topic|thema|temas|catalog|catalogue|sale|deals|brands?|marken|marques|marcas|plp|list)$/u,
  ],
  [
    "article",
    /^(?:blog|blogs|news|article|articles|story|stories|post|posts|magazine|magazin|insights|press|aktuell|actualites|actualités|noticias|notizie|nieuws|aktualnosci|wiki|entry|reviews?|test|tests|avis|recensioni|analisis|features-and-news|opinion|column)$/u,
  ],
];

/** What the sites of one class call their pages: the first pattern that a path fits. */
export const PATHS_OF_CLASS: Partial<Record<DomainClass, readonly (readonly [PageType, RegExp])[]>> = {
  community: [
    ["profile", /^\/(?:u|user|users|member|members|profile|profiles)\/[^/]+$/u],
    ["profile", /^\/@[^/]+$/u],
    [
      "discussion",
      /\/comments\/|\/(?:threads?|topics?|questions?|discussions?|question|t|posts?|p|issues|pull|beitrag|thema|sujet|hilo|tema|temat)\/[^/]+|viewtopic|showthread|\/item\?id=|\.\d{3,}(?:$|\/)|[/-]\d{4,}(?:$|[/.-])/u,
    ],
    ["category", /^\/(?:r|c|forum|forums|board|tags?|topic|topics)\/[^/]+$/u],
    ["article", /^\/@[^/]+\/[^/]+|\/[^/]+-[0-9a-f]{8,}$/u],
  ],
  social: [
    ["discussion", /\/(?:status|posts?|p|reel|reels|permalink|feed\/update)\/[^/]+/u],
    ["article", /^\/(?:pulse|notes|articles?)\//u],
    [
      "profile",
      /^\/(?:in|company|school|showcase|pages|people|groups|profile|@[^/]+|user)\/[^/]+(?:\/about)?$/u,
    ],
    ["profile", /^\/@?[\w.-]+$/u],
  ],
  video: [
    [
      "profile",
      /^\/(?:@[^/]+|channel\/[^/]+|c\/[^/]+|user\/[^/]+)(?:\/(?:videos|about|featured|playlists))?$/u,
    ],
    ["category", /^\/(?:playlist|results|directory)/u],
  ],
  retailer: [
    [
      "product",
      /\/(?:dp|gp\/product|itm|ip|p|product|products|pd|prod|item|listing|produkt|produit|producto|prodotto|produto|goods)\/[^/]+|\/-\/A-\d+|\/site\/[^/]+\/\d+\.p|\/p\d{6,}|[/-]\d{5,}(?:\.html)?$|\/app\/|\/store\/apps\/details/u,
    ],
    [
      "category",
      /^\/(?:s|b|c|cat|category|categories|collections?|shop|search|browse|l)(?:\/|\?|$)|\/(?:category|collections|plp|searchpage)/u,
    ],
  ],
  review: [
    ["profile", /^\/(?:review|biz|bewertung|avis|evaluate|user|users)\/[^/]+$/u],
    ["product", /^\/(?:products?|p|software)\/[^/]+(?:\/[^/]+)*$/u],
    ["category", /^\/(?:categories|category|c|search)(?:\/[^/]*)?$/u],
  ],
  reference: [
    ["profile", /^\/(?:organization|person|company|profile|title|name|artist)\/[^/]+$/u],
    [
      "article",
      /^\/(?:wiki|topic|abs|article|articles|entry|content|pii|dictionary|definition|browse)\/[^/]+/u,
    ],
  ],
};

/** A path that carries a day, a month or an article's number: something published. */
export const DATED =
  /\/(?:19|20)\d\d\/\d{1,2}(?:\/|$)|\/(?:19|20)\d\d-\d\d-\d\d|[-/](?:a|id|art)?\d{6,}(?:\.html?)?$/u;
/** A last segment of several words is a headline. */
export const HEADLINE = /(?:[^/-]+-){3,}[^/-]+\/?$/u;
/** A first segment that only chooses a language or a country. */
export const LOCALE =
  /^\/(?:(?:en|de|fr|es|it|pt|nl|pl|ja|jp|zh|cn|ko|kr|sv|se|no|da|dk|fi|cs|cz|hu|ro|tr|ru|ar|he|us|uk|gb|ca|au|at|ch|be|br|mx|eu)(?:[-_][a-z]{2,4})?|intl|global|index|home)(?=\/|\.html?$|$)/u;
