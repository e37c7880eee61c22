/** A sentence of an answer with a cited page, and whether a person reading both says that the page supports it. */
export interface SupportPair {
  readonly sentence: string;
  readonly page: string;
  readonly label: "supports" | "partly" | "unsupported";
  /** What makes it hard; "plain" where nothing does. */
  readonly kind: "plain" | "paraphrase" | "number" | "name" | "negation" | "half" | "other subject" | "menu";
}

const pair = (
  label: SupportPair["label"],
  kind: SupportPair["kind"],
  sentence: string,
  page: string,
): SupportPair => ({
  label,
  kind,
  sentence,
  page,
});

const PRICING =
  "Skip to content Products Pricing Blog Sign in\nSimple pricing\nThe Halvorn desk costs $499 in the standard size. The large size costs $649. Shipping is free within the United States, and every desk comes with a ten-year warranty.\nQuestions? Talk to our team.";
const REVIEW =
  "We tested eleven standing desks over four months. The Halvorn One was the quietest of them at 42 decibels while it was lifting. It reached its full height in 14 seconds, and held 120 kilograms without wobbling. The Verticore Pro was faster, at 9 seconds, but louder. Neither of them has a cable tray in the box.";
const ABOUT =
  "About us\nHalvorn was founded in Malmö in 2014 by two carpenters, Ida Lund and Per Holm. Today 230 people work for the company, most of them in Sweden. The wood comes from certified forests in Småland. In 2021 Halvorn bought the chair maker Stolab Nord.";
const APP =
  "Deskona planner release notes\nVersion 4.2 adds calendar sync with Google and Outlook. Offline mode isn't available yet. The free plan is limited to three users. Single sign-on is part of the Business plan, which costs 18 euros per user and month.";
const GERMAN =
  "Ratgeber\nDer Schreibtisch Halvorn One kostet im Handel 549 Euro und lässt sich von 62 bis 127 Zentimeter verstellen. Die Garantie beträgt zehn Jahre. Im Test fiel der leise Motor auf. Ein Kabelkanal gehört nicht zum Lieferumfang.";
const FRENCH =
  "Comparatif\nLe bureau Halvorn One coûte 529 euros et supporte une charge de 120 kilos. La garantie est de dix ans. Le moteur est silencieux, mais le montage prend près de deux heures. Aucun passe-câble n'est fourni.";
const SPANISH =
  "Guía de compra\nEl escritorio Halvorn One cuesta 519 euros y soporta 120 kilos. La garantía es de diez años. El motor es silencioso. No incluye bandeja para cables. La empresa fue fundada en Malmö en 2014.";
const JAPANESE =
  "製品情報\nHalvorn Oneの価格は79,800円で、耐荷重は120キロです。保証期間は10年間です。モーターは静音設計ですが、組み立てには約2時間かかります。会社は2014年にマルメで設立されました。";
const MENU =
  "Home Products Desks Chairs Lamps Halvorn Verticore Kestrel Prices Warranty Shipping Returns Contact Login Cart";
const ELSEWHERE =
  "The history of standing desks goes back further than most people think. Leonardo da Vinci is said to have worked on his feet, and so did Virginia Woolf. Doctors began to recommend them again in the 1990s, when studies linked long sitting to heart disease.";

/** Made by hand: half of them near misses, in which little is changed. */
export const SUPPORT_PAIRS: readonly SupportPair[] = [
  pair("supports", "plain", "The Halvorn desk costs $499 in the standard size.", PRICING),
  pair("unsupported", "number", "The Halvorn desk costs $399 in the standard size.", PRICING),
  pair(
    "supports",
    "paraphrase",
    "Halvorn's standard size desk is priced at $499, with free shipping within the United States.",
    PRICING,
  ),
  pair("supports", "plain", "Every Halvorn desk comes with a ten-year warranty.", PRICING),
  pair("unsupported", "negation", "A Halvorn desk comes without a ten-year warranty.", PRICING),
  pair("supports", "plain", "The large size of the Halvorn desk costs $649.", PRICING),
  pair("unsupported", "number", "The large size of the Halvorn desk costs $749.", PRICING),
  pair(
    "partly",
    "half",
    "The Halvorn desk costs $499 in the standard size, and won several awards for its sturdy design.",
    PRICING,
  ),
  pair(
    "unsupported",
    "other subject",
    "Halvorn chairs can be rented by the month in most big cities.",
    PRICING,
  ),
  pair("supports", "plain", "Shipping is free within the United States.", PRICING),
  pair("unsupported", "negation", "Shipping is not free within the United States.", PRICING),
  pair(
    "supports",
    "plain",
    "The Halvorn One was the quietest of eleven standing desks, at 42 decibels while lifting.",
    REVIEW,
  ),
  pair(
    "unsupported",
    "number",
    "The Halvorn One was the quietest of eleven standing desks, at 52 decibels while lifting.",
    REVIEW,
  ),
  pair(
    "supports",
    "paraphrase",
    "In a four-month test of eleven desks, the Halvorn One was the quietest, at 42 decibels.",
    REVIEW,
  ),
  pair(
    "unsupported",
    "name",
    "The Kestrel Air was the quietest of eleven standing desks in the test.",
    REVIEW,
  ),
  pair(
    "supports",
    "plain",
    "It reached its full height in 14 seconds and held 120 kilograms without wobbling.",
    REVIEW,
  ),
  pair(
    "unsupported",
    "number",
    "It reached its full height in 14 seconds and held 160 kilograms without wobbling.",
    REVIEW,
  ),
  pair("supports", "plain", "The Verticore Pro was faster, at 9 seconds, but louder.", REVIEW),
  pair(
    "partly",
    "half",
    "The Verticore Pro was faster, at 9 seconds, and has a better app with reminders.",
    REVIEW,
  ),
  pair("unsupported", "negation", "Both of them have a cable tray in the box.", REVIEW),
  pair("supports", "plain", "Neither of the two has a cable tray in the box.", REVIEW),
  pair(
    "unsupported",
    "other subject",
    "The Halvorn One has a memory for four heights and a timer that reminds you to stand up.",
    REVIEW,
  ),
  pair("supports", "plain", "Halvorn was founded in Malmö in 2014 by two carpenters.", ABOUT),
  pair("unsupported", "number", "Halvorn was founded in Malmö in 2011 by two carpenters.", ABOUT),
  pair("unsupported", "name", "Halvorn was founded in Oslo in 2014 by two designers from Norway.", ABOUT),
  pair(
    "supports",
    "paraphrase",
    "The company, in which 230 people work today, was founded by Ida Lund and Per Holm in 2014.",
    ABOUT,
  ),
  pair("unsupported", "number", "Today 2,300 people work for the company, most of them in Sweden.", ABOUT),
  pair("supports", "plain", "In 2021, Halvorn bought the chair maker Stolab Nord.", ABOUT),
  pair("unsupported", "number", "In 2019, Halvorn bought the chair maker Stolab Nord.", ABOUT),
  pair("supports", "plain", "Its wood comes from certified forests in Småland.", ABOUT),
  pair("unsupported", "negation", "Its wood doesn't come from certified forests in Småland.", ABOUT),
  pair(
    "partly",
    "half",
    "Halvorn was founded in Malmö in 2014 and sells its desks in more countries than any rival.",
    ABOUT,
  ),
  pair(
    "unsupported",
    "other subject",
    "Halvorn plants a tree for each desk that is sold and publishes its emissions every spring.",
    ABOUT,
  ),
  pair("supports", "plain", "Version 4.2 adds calendar sync with Google and Outlook.", APP),
  pair("unsupported", "number", "Version 5.1 adds calendar sync with Google and Outlook.", APP),
  pair("unsupported", "negation", "Deskona's offline mode is available.", APP),
  pair("supports", "negation", "Offline mode isn't available yet in Deskona.", APP),
  pair("supports", "plain", "The free plan is limited to three users.", APP),
  pair(
    "supports",
    "paraphrase",
    "Single sign-on comes with the Business plan at 18 euros per user and month.",
    APP,
  ),
  pair(
    "unsupported",
    "number",
    "Single sign-on comes with the Business plan at 28 euros per user and month.",
    APP,
  ),
  pair(
    "unsupported",
    "other subject",
    "Deskona encrypts notes end to end and was audited by an independent firm.",
    APP,
  ),
  pair("partly", "name", "Version 4.2 adds calendar sync with Google, Outlook and Apple.", APP),
  pair("supports", "plain", "Der Halvorn One kostet im Handel 549 Euro.", GERMAN),
  pair("unsupported", "number", "Der Halvorn One kostet im Handel 449 Euro.", GERMAN),
  pair(
    "supports",
    "paraphrase",
    "Der Schreibtisch lässt sich von 62 bis 127 Zentimeter verstellen und hat zehn Jahre Garantie.",
    GERMAN,
  ),
  pair("unsupported", "negation", "Ein Kabelkanal gehört zum Lieferumfang.", GERMAN),
  pair("supports", "negation", "Ein Kabelkanal gehört nicht zum Lieferumfang.", GERMAN),
  pair(
    "unsupported",
    "other subject",
    "Der Hersteller betreibt eigene Läden in Hamburg und München.",
    GERMAN,
  ),
  pair("supports", "plain", "Le Halvorn One coûte 529 euros et supporte une charge de 120 kilos.", FRENCH),
  pair(
    "unsupported",
    "number",
    "Le Halvorn One coûte 629 euros et supporte une charge de 120 kilos.",
    FRENCH,
  ),
  pair("supports", "plain", "Le montage du bureau prend près de deux heures.", FRENCH),
  pair("unsupported", "negation", "La garantie n'est pas de dix ans.", FRENCH),
  pair(
    "unsupported",
    "other subject",
    "Le fabricant propose aussi une application mobile avec des rappels.",
    FRENCH,
  ),
  pair("supports", "plain", "El Halvorn One cuesta 519 euros y soporta 120 kilos.", SPANISH),
  pair("unsupported", "number", "El Halvorn One cuesta 619 euros y soporta 120 kilos.", SPANISH),
  pair("unsupported", "negation", "El escritorio incluye bandeja para cables.", SPANISH),
  pair("supports", "negation", "El escritorio no incluye bandeja para cables.", SPANISH),
  pair("supports", "plain", "La empresa fue fundada en Malmö en 2014.", SPANISH),
  pair("unsupported", "number", "La empresa fue fundada en Malmö en 2004.", SPANISH),
  pair("supports", "plain", "Halvorn Oneの価格は79,800円です。", JAPANESE),
  pair("unsupported", "number", "Halvorn Oneの価格は59,800円です。", JAPANESE),
  pair("supports", "plain", "会社は2014年にマルメで設立されました。", JAPANESE),
  pair("unsupported", "number", "会社は2004年にマルメで設立されました。", JAPANESE),
  pair("supports", "plain", "組み立てには約2時間かかります。", JAPANESE),
  pair("unsupported", "other subject", "専用アプリで立つ時間を記録できます。", JAPANESE),
  pair(
    "unsupported",
    "menu",
    "Halvorn desks have lower prices than Verticore and Kestrel and the longest warranty of all brands tested.",
    MENU,
  ),
  pair("unsupported", "menu", "The Halvorn One is the best standing desk for tall people.", ELSEWHERE),
  pair("unsupported", "other subject", "The Halvorn desk costs $499 and ships within three days.", ELSEWHERE),
  pair("unsupported", "other subject", "Halvorn was founded in 2014.", ELSEWHERE),
  pair(
    "supports",
    "paraphrase",
    "Doctors began recommending standing desks again in the 1990s after studies linked long sitting to heart disease.",
    ELSEWHERE,
  ),
  pair(
    "unsupported",
    "number",
    "Doctors began to recommend standing desks again in the 1970s, when studies linked long sitting to heart disease.",
    ELSEWHERE,
  ),
];
