import type { SupportPair } from "./pairs";

/** Pairs of another market, written after the rules and their thresholds stood: nothing was changed because of them. */
const SYNC =
  "Pipeworm CRM integrates with Slack, Zoom and HubSpot. Contacts are synced every five minutes. The starter plan costs €9 a seat, the team plan €24. Data is stored in Frankfurt. There is no mobile app, but the site works on phones.";
const BANK =
  "Ferrobank charges no monthly fee for its basic account. Card payments abroad cost 1.5 %. More than 400,000 customers have joined since the bank got its licence in 2019. Deposits of up to 100,000 euros are protected.";
const KAFFEE =
  "Die Maschine Brunello wiegt 11 Kilo und erreicht 15 bar. Die Bohnen werden frisch gemahlen. Ein Milchschäumer ist eingebaut. Der Wassertank fasst 1,8 Liter. Ersatzteile gibt es mindestens acht Jahre lang.";
const HOTEL =
  "The Hotel Aurelio has 64 rooms and a rooftop pool. Breakfast is served from seven to eleven. Pets aren't allowed. The airport is 12 kilometres away, about 20 minutes by taxi. It reopened in March 2023 after two years of works.";

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

export const UNSEEN_PAIRS: readonly SupportPair[] = [
  pair("supports", "plain", "Pipeworm integrates with Slack, Zoom and HubSpot.", SYNC),
  pair("supports", "paraphrase", "Pipeworm syncs your contacts every five minutes.", SYNC),
  pair("unsupported", "number", "Pipeworm's team plan costs €34 a seat.", SYNC),
  pair("unsupported", "negation", "Pipeworm has a mobile app.", SYNC),
  pair("supports", "plain", "Pipeworm stores its data in Frankfurt.", SYNC),
  pair("unsupported", "name", "Pipeworm stores its data in Dublin.", SYNC),
  pair("supports", "plain", "Ferrobank charges no monthly fee for the basic account.", BANK),
  pair("unsupported", "negation", "Ferrobank charges a monthly fee for its basic account.", BANK),
  pair(
    "supports",
    "paraphrase",
    "Over 400,000 people have become customers since Ferrobank's licence in 2019.",
    BANK,
  ),
  pair("unsupported", "number", "Card payments abroad cost 2.5 % with Ferrobank.", BANK),
  pair("supports", "plain", "Deposits of up to €100,000 are protected.", BANK),
  pair("unsupported", "other subject", "Ferrobank's savings account pays interest every quarter.", BANK),
  pair("supports", "plain", "Die Brunello wiegt 11 Kilo und erreicht 15 bar.", KAFFEE),
  pair("unsupported", "number", "Der Wassertank der Brunello fasst 2,8 Liter.", KAFFEE),
  pair("supports", "paraphrase", "In die Brunello ist ein Milchschäumer eingebaut.", KAFFEE),
  pair("unsupported", "negation", "Ein Milchschäumer ist nicht eingebaut.", KAFFEE),
  pair("unsupported", "other subject", "Die Brunello lässt sich über eine App steuern.", KAFFEE),
  pair("supports", "plain", "The Hotel Aurelio has 64 rooms and a rooftop pool.", HOTEL),
  pair(
    "partly",
    "half",
    "The Hotel Aurelio has 64 rooms, a rooftop pool and a large spa with a sauna.",
    HOTEL,
  ),
  pair("unsupported", "negation", "Pets are allowed at the Hotel Aurelio.", HOTEL),
  pair(
    "supports",
    "paraphrase",
    "A taxi from the airport, 12 kilometres away, takes about 20 minutes.",
    HOTEL,
  ),
  pair("unsupported", "number", "The hotel reopened in March 2021 after two years of works.", HOTEL),
  pair("unsupported", "other subject", "Guests of the Aurelio can borrow bicycles for free.", HOTEL),
  pair("supports", "plain", "Breakfast is served from seven to eleven.", HOTEL),
];
