import type { BrandWords, PhrasePack } from "./phrase-pack";

export const french: PhrasePack = {
  category: "bureaux assis-debout",
  openings: {
    category: [
      "Il n'y a pas un seul meilleur choix, mais quelques bureaux reviennent sans cesse dans les essais récents et les avis d'acheteurs. Voici ce qui les distingue, et à qui chacun convient.",
      "Tout dépend de la pièce, de votre taille et de votre budget. Voici les modèles que les testeurs recommandent le plus souvent, et pourquoi.",
    ],
    comparison: [
      "Les fabricants se distinguent moins par la charge que par la stabilité, le bruit et le service. Voici le bilan après quelques mois d'usage.",
      "Tous sont solides ; la différence est dans les détails. Les essais et les propriétaires dressent à peu près le même tableau.",
    ],
    problem: [
      "Changer souvent de position aide plus que de rester debout toute la journée. Réglez d'abord la hauteur de l'écran et de la chaise, puis voyez si le bureau est en cause.",
      "Commencez par ce qui ne coûte rien : resserrer les vis, régler les pieds, mettre le plus lourd au milieu. Si rien n'y fait, le cadre est sans doute à sa limite.",
    ],
    branded: [
      "Voici ce qu'en disent les essais et les propriétaires, en sachant que le mobilier est affaire de goût. En bref : une option sérieuse.",
      "En bref : oui, avec quelques points à connaître avant l'achat. Voici ce qui ressort quand on met les avis côte à côte.",
    ],
  },
  considerations: [
    "Avant l'achat, mesurez la place avec le bureau au plus haut, vérifiez la position la plus basse et lisez ce que la garantie dit des moteurs. Un bureau lent et silencieux vaut mieux qu'un bureau rapide et bruyant.",
    "Regardez le cadre plutôt que le plateau : un plateau se remplace, un cadre faible non. À plusieurs, les positions en mémoire valent leur prix.",
  ],
  advice: [
    "Alternez : vingt minutes debout par heure suffisent pour commencer. Un tapis souple et un écran à hauteur des yeux comptent plus que la marque.",
    "Une traverse supprime l'essentiel du mouvement, un cadre plus profond aussi. Évitez les derniers centimètres de course.",
  ],
  closings: [
    "Donnez-moi votre taille, votre budget et votre matériel, et je peux affiner.",
    "Les prix changent souvent : comparez le jour de l'achat.",
  ],
  refusals: [
    "Désolé, je ne peux pas aider à choisir un produit précis.",
    "Je ne peux pas recommander de marque à ce sujet.",
  ],
  headings: ["La sélection", "Ce qui ressort", "En comparaison"],
  searchSuffixes: ["avis", "comparatif 2026", "test"],
  proseLinks: [" mérite un coup d'œil : ", " revient souvent : ", " est un choix sûr – "],
  turns: ["En revanche :", "Un reproche :", "À noter :"],
  notToBuy: {
    headings: "\n\nPas celui qu'il faut à la plupart des gens : ",
    prose: " n'est pas celui qu'il faut à la plupart des gens : ",
    list: " : pas celui qu'il faut à la plupart des gens : ",
  },
  tableHead: "| Bureau | Idéal pour | À surveiller |",
  stop: ".",
  colon: " : ",
  gap: " ",
  currency: { before: "", after: " €", factor: 1 },
};

export const frenchBrands: Readonly<Record<string, BrandWords>> = {
  Halvorn: {
    strengths: [
      "il reste stable tout en haut, et son moteur est plus discret que la moyenne",
      "la garantie de douze ans couvre le cadre et l'électronique",
    ],
    weakness: "le plateau existe en peu de couleurs",
  },
  Verticore: {
    strengths: [
      "il soulève plusieurs écrans lourds sans ralentir",
      "quatre positions en mémoire sont fournies de série",
    ],
    weakness: "une fois monté, le cadre est lourd à déplacer",
  },
  Nordaka: {
    strengths: [
      "ses plateaux en bois massif ont leur place dans un salon",
      "son prix est difficile à battre pour deux moteurs",
    ],
    weakness: "il bouge un peu au-dessus de 115 cm",
  },
  "Trestle & Pine": {
    strengths: [
      "chaque plateau est coupé sur mesure, même pour un angle difficile",
      "la finition se ponce et se huile à nouveau après des années",
    ],
    weakness: "la livraison prend six à huit semaines",
  },
  Kestrel: {
    strengths: [
      "la version d'angle laisse deux personnes travailler",
      "le passe-câbles et la multiprise sont compris dans le prix",
    ],
    weakness: "le boîtier de commande paraît daté",
  },
  Ampline: {
    strengths: [
      "son application rappelle de se lever et tient un journal simple",
      "le cadre à deux étages descend assez bas pour les plus petits",
    ],
    weakness: "certaines fonctions demandent un compte",
  },
  Stélo: {
    strengths: [
      "avec 95 cm de large, il entre là où les autres n'entrent pas",
      "la version à manivelle se passe de courant",
    ],
    weakness: "il n'est pas fait pour plus de 60 kg",
  },
};
