import type { SiteSuggestions } from "../suggest-from-page";

/** A page as sites write them, and what has to be suggested from it. Fields that are left out may be anything. */
export interface SitePage {
  readonly what: string;
  readonly host: string;
  readonly html: string;
  readonly expected: Partial<SiteSuggestions>;
}

const ld = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const page = (head: string, body = "", lang = "en") =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const og = (name: string, content: string) => `<meta property="og:${name}" content="${content}">`;

export const SITE_PAGES: readonly SitePage[] = [
  {
    what: "a maker with an Organization, a description that says what it makes, and other countries",
    host: "halvorn.example",
    html: page(
      `<title>Halvorn | Standing desks for small offices</title>${meta("description", "Halvorn makes standing desks for small offices, built to last.")}
       <link rel="alternate" hreflang="de" href="https://www.halvorn.test/de">
       <link rel="canonical" href="https://www.halvorn.example/">
       ${ld({ "@context": "https://schema.org", "@type": "Organization", name: "Halvorn GmbH", alternateName: ["Halvorn Desks"], url: "https://halvorn.example" })}`,
      "<h1>Work on your feet</h1>",
    ),
    expected: {
      name: "Halvorn",
      aliases: ["Halvorn Desks"],
      domains: ["halvorn.example", "halvorn.test"],
      category: "standing desks",
      language: "en",
      locale: "en-US",
      rivals: [],
    },
  },
  {
    what: "a software page that sets itself against others",
    host: "noteflow.example",
    html: page(
      `<title>NoteFlow: Meeting notes software</title>${og("site_name", "NoteFlow")}${meta("description", "Notes that write themselves.")}`,
      `<h1>Meetings, written down</h1><h2>NoteFlow vs Jotterly</h2><a href="/compare/noteflow-vs-scribblr">Compare</a>
       <p>The best alternative to Minutia. Looking for a Transcripto alternative?</p>`,
    ),
    expected: {
      name: "NoteFlow",
      category: "meeting notes software",
      rivals: ["Jotterly", "Minutia", "Transcripto", "Scribblr"],
    },
  },
  {
    what: "nothing but a title with the name at its end",
    host: "verticore.example",
    html: page("<title>Ergonomic chairs – Verticore</title>"),
    expected: {
      name: "Verticore",
      category: "ergonomic chairs",
      aliases: [],
      domains: ["verticore.example"],
    },
  },
  {
    what: "nothing but its address",
    host: "blue-otter.example",
    html: page("<title>Home</title>", "<p>Hello.</p>"),
    expected: { name: "Blue Otter", category: "", rivals: [] },
  },
  {
    what: "a shop whose graph tells of a payment service, too",
    host: "kestrelbikes.example",
    html: page(
      `<title>Shop electric bikes online – Kestrel Bikes</title>
       ${ld({
         "@graph": [
           { "@type": "Organization", name: "PayQuick" },
           { "@type": "WebSite", name: "Kestrel Bikes" },
           { "@type": ["Organization", "OnlineStore"], name: "Kestrel Bikes Ltd" },
         ],
       })}`,
    ),
    expected: { name: "Kestrel Bikes", category: "electric bikes online" },
  },
  {
    what: "a German company",
    host: "sedia.example",
    html: page(
      `<title>Sedia – Bürostühle aus Holz</title>${meta("description", "Sedia baut Bürostühle aus Holz, in Handarbeit.")}${og("site_name", "Sedia")}`,
      "<h1>Sitzen</h1><p>Die beste Alternative zu Verticore.</p>",
      "de-AT",
    ),
    expected: {
      name: "Sedia",
      category: "bürostühle",
      language: "de",
      locale: "de-AT",
      rivals: ["Verticore"],
    },
  },
  {
    what: "a French one",
    host: "maisonlune.example",
    html: page(
      `<title>Maison Lune | Literie naturelle</title>${meta("description", "Maison Lune fabrique des matelas naturels pour toute la famille.")}`,
      "<p>Une alternative à Dodoo.</p>",
      "fr",
    ),
    expected: {
      name: "Maison Lune",
      category: "matelas naturels",
      language: "fr",
      locale: "fr-FR",
      rivals: ["Dodoo"],
    },
  },
  {
    what: "a Spanish one",
    host: "tostao.example",
    html: page(
      `<title>Tostao: café de especialidad</title>${meta("description", "Tostao vende café de especialidad para casa y oficina.")}`,
      "<h2>Tostao vs Cafetal</h2>",
      "es-MX",
    ),
    expected: {
      name: "Tostao",
      category: "café de especialidad",
      language: "es",
      locale: "es-MX",
      rivals: ["Cafetal"],
    },
  },
  {
    what: "an Italian one",
    host: "lumera.example",
    html: page(
      `<title>Lumera - Lampade da tavolo</title>${meta("description", "Lumera produce lampade artigianali per la casa.")}`,
      "<h1>Luce</h1>",
      "it",
    ),
    expected: {
      name: "Lumera",
      category: "lampade artigianali",
      language: "it",
      locale: "it-IT",
      rivals: [],
    },
  },
  {
    what: "no declared language, and words that are German",
    host: "werkbank.example",
    html: `<title>Werkbank</title><h1>Werkzeuge</h1><p>Wir bauen Werkzeuge für die Werkstatt, und das mit Liebe. Die besten Hölzer und der beste Stahl sind nicht von gestern.</p>`,
    expected: { name: "Werkbank", language: "de", locale: "de-DE", category: "werkzeuge" },
  },
  {
    what: "a language without prompts of its own",
    host: "kanda.example",
    html: page("<title>Kanda | 会計ソフト</title>", "", "ja"),
    expected: { name: "Kanda", language: "en", locale: "en-US" },
  },
  {
    what: "a product's category as a path",
    host: "alpaka.example",
    html: page(
      `<title>Alpaka</title>${ld({ "@type": "Product", name: "Travel Pack 30", category: "Luggage > Backpacks > Travel Backpacks" })}`,
    ),
    expected: { name: "Alpaka", category: "travel backpacks" },
  },
  {
    what: "keywords alone",
    host: "quillpay.example",
    html: page(`<title>QuillPay</title>${meta("keywords", "QuillPay, payroll software, hr")}`),
    expected: { name: "QuillPay", category: "payroll software" },
  },
  {
    what: "an abbreviation that stays in capitals",
    host: "orbitcrm.example",
    html: page(
      `<title>Orbit CRM</title>${meta("description", "Orbit CRM is a simple CRM for freelancers.")}`,
    ),
    expected: { name: "Orbit CRM", category: "CRM" },
  },
  {
    what: "a slogan in the title, and what it is in the first heading",
    host: "pebble.example",
    html: page(
      "<title>Pebble — You deserve better sleep every single night of the year</title>",
      "<h1>Weighted blankets</h1>",
    ),
    expected: { name: "Pebble", category: "weighted blankets" },
  },
  {
    what: "a brand with a hyphen",
    host: "coca-mola.example",
    html: page("<title>Coca-Mola | Soft drinks</title>"),
    expected: { name: "Coca-Mola", category: "soft drinks" },
  },
  {
    what: "a local business on a country's second level",
    host: "brightsmile.co.uk",
    html: page(
      `<title>Family dentist in Leeds | Bright Smile</title>${ld({ "@type": "Dentist", name: "Bright Smile", url: "https://brightsmile.co.uk" })}`,
    ),
    expected: { name: "Bright Smile", category: "family dentist", domains: ["brightsmile.co.uk"] },
  },
  {
    what: "links to comparisons alone",
    host: "mapleboard.example",
    html: page(
      "<title>Mapleboard | Project planning</title>",
      `<a href="/vs/treelio">See</a> <a href="https://mapleboard.example/alternatives/monday-ish">More</a> <a href="/asana-like-alternative">x</a> <a href="/blog/us-vs-them">y</a>`,
    ),
    expected: {
      name: "Mapleboard",
      category: "project planning",
      rivals: ["Treelio", "Monday Ish", "Asana Like"],
    },
  },
  {
    what: "a comparison without rivals, of words that name nobody",
    host: "tally.example",
    html: page(
      "<title>Tally | Form builder</title>",
      "<h2>Tally vs Spreadsheets</h2><h2>Tally vs The Competition</h2><p>Better alternatives</p>",
    ),
    expected: { name: "Tally", category: "form builder", rivals: [] },
  },
  {
    what: "entities in the title, and a name in capitals",
    host: "ddu.example",
    html: page(`<title>Drills &amp; saws | D&amp;D Units</title>${og("site_name", "D&amp;D Units")}`),
    expected: { name: "D&D Units", category: "drills & saws" },
  },
  {
    what: "damaged JSON-LD beside good",
    host: "fernhill.example",
    html: page(
      `<title>Welcome</title><script type="application/ld+json">{"@type": "Organization", "name": </script>${ld([{ "@type": "https://schema.org/Organization", name: "Fernhill", legalName: "Fernhill Garden Supplies Ltd." }])}`,
      "<h1>Garden tools</h1>",
    ),
    expected: { name: "Fernhill", aliases: ["Fernhill Garden Supplies"], category: "garden tools" },
  },
  {
    what: "adjectives with commas, and a title that is longer than its description",
    host: "treadly.example",
    html: page(
      `<title>Treadly | Comfortable, Sustainable Shoes</title>${meta("description", "Shoes that think.")}`,
    ),
    expected: { name: "Treadly", category: "comfortable, sustainable shoes" },
  },
];
