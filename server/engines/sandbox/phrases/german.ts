import type { BrandWords, PhrasePack } from "./phrase-pack";

export const german: PhrasePack = {
  category: "höhenverstellbare Schreibtische",
  openings: {
    category: [
      "Den einen besten Tisch gibt es nicht, aber einige werden in aktuellen Tests und von Besitzern immer wieder genannt. Hier steht, worin sie sich unterscheiden und für wen sie taugen.",
      "Es kommt auf Raum, Körpergröße und Budget an. Diese Modelle empfehlen Tester derzeit am häufigsten, jeweils mit dem Grund dafür.",
    ],
    comparison: [
      "Die Hersteller unterscheiden sich weniger in der Tragkraft als in Standfestigkeit, Lautstärke und Service. So schneiden sie nach einigen Monaten im Alltag ab.",
      "Solide sind sie alle, der Unterschied liegt im Detail. Tests und Besitzer zeichnen im Großen und Ganzen dasselbe Bild.",
    ],
    problem: [
      "Öfter die Haltung zu wechseln hilft mehr, als den ganzen Tag zu stehen. Fangen Sie mit der Höhe von Bildschirm und Stuhl an und überlegen Sie dann, ob es am Tisch liegt.",
      "Versuchen Sie zuerst, was nichts kostet: alle Schrauben nachziehen, die Füße ausrichten, Schweres in die Mitte stellen. Hilft das nicht, ist wohl das Gestell am Ende.",
    ],
    branded: [
      "Das sagen Tests und Besitzer, mit dem Vorbehalt, dass Möbel Geschmackssache sind. Kurz gesagt: eine ernsthafte Wahl.",
      "Kurz gesagt: ja, mit ein paar Dingen, die man vorher wissen sollte. Das fällt auf, wenn man Tests und Berichte nebeneinanderlegt.",
    ],
  },
  considerations: [
    "Messen Sie vor dem Kauf den Platz mit ganz ausgefahrenem Tisch, prüfen Sie die niedrigste Höhe und lesen Sie, was die Garantie zu den Motoren sagt. Ein langsamer und leiser Tisch ist angenehmer als ein schneller und lauter.",
    "Achten Sie eher auf das Gestell als auf die Platte: eine Platte ist schnell ersetzt, ein schwaches Gestell nicht. Wer sich den Tisch teilt, braucht Speichertasten.",
  ],
  advice: [
    "Wechseln Sie ab: zwanzig Minuten Stehen je Stunde reichen für den Anfang. Eine weiche Matte und ein Bildschirm auf Augenhöhe machen mehr aus als der Name auf dem Gestell.",
    "Eine Querstrebe nimmt das meiste Wackeln heraus, ein tieferes Gestell ebenso. Fahren Sie den Tisch nicht bis zum letzten Zentimeter aus.",
  ],
  closings: [
    "Wenn Sie mir Körpergröße, Budget und Geräte nennen, kann ich die Auswahl eingrenzen.",
    "Die Preise ändern sich oft, ein Vergleich am Tag des Kaufs lohnt sich.",
  ],
  refusals: [
    "Leider kann ich bei der Auswahl eines bestimmten Produkts nicht helfen.",
    "Dazu kann ich keine einzelnen Marken empfehlen.",
  ],
  headings: ["Die Auswahl", "Was auffällt", "Im Vergleich"],
  searchSuffixes: ["Test", "Vergleich 2026", "Erfahrungen"],
  proseLinks: [" ist einen Blick wert: ", " wird oft genannt: ", " ist eine sichere Wahl – "],
  turns: ["Allerdings:", "Ein Nachteil:", "Zu bedenken:"],
  notToBuy: {
    headings: "\n\nFür die meisten nicht der richtige: ",
    prose: " ist für die meisten nicht der richtige: ",
    list: ": für die meisten nicht der richtige: ",
  },
  tableHead: "| Tisch | Gut für | Nachteil |",
  stop: ".",
  colon: ": ",
  gap: " ",
  currency: { before: "", after: " €", factor: 1 },
};

export const germanBrands: Readonly<Record<string, BrandWords>> = {
  Halvorn: {
    strengths: [
      "er steht auch ganz ausgefahren ruhig, und der Motor ist leiser als die meisten",
      "die zwölf Jahre Garantie gelten für Gestell und Elektronik",
    ],
    weakness: "die Platte gibt es nur in wenigen Farben",
  },
  Verticore: {
    strengths: [
      "er hebt schwere Aufbauten mit mehreren Bildschirmen, ohne langsamer zu werden",
      "vier Speicherplätze gehören zur Grundausstattung",
    ],
    weakness: "das Gestell lässt sich aufgebaut kaum bewegen",
  },
  Nordaka: {
    strengths: [
      "die Platten aus Vollholz passen auch ins Wohnzimmer",
      "der Preis ist für ein Gestell mit zwei Motoren kaum zu schlagen",
    ],
    weakness: "über 115 cm wackelt er ein wenig",
  },
  "Trestle & Pine": {
    strengths: [
      "jede Platte wird auf Maß geschnitten, schiefe Ecken sind kein Problem",
      "die Oberfläche lässt sich nach Jahren abschleifen und neu ölen",
    ],
    weakness: "die Lieferung dauert sechs bis acht Wochen",
  },
  Kestrel: {
    strengths: [
      "die Ecklösung gibt zwei Personen Platz zum Arbeiten",
      "Kabelwanne und Steckerleiste sind im Preis enthalten",
    ],
    weakness: "das Bedienteil wirkt altmodisch",
  },
  Ampline: {
    strengths: [
      "die App erinnert ans Aufstehen und führt ein einfaches Protokoll",
      "das zweistufige Gestell ist auch für kleinere Menschen niedrig genug",
    ],
    weakness: "manche Funktionen verlangen ein Konto",
  },
  Stélo: {
    strengths: [
      "mit 95 cm Breite passt er dorthin, wo andere nicht passen",
      "die Version mit Kurbel braucht keinen Strom",
    ],
    weakness: "für mehr als 60 kg ist er nicht gedacht",
  },
};
