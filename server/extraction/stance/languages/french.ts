import type { LanguageCues } from "@/server/extraction/stance/language-cues";

export const FRENCH: LanguageCues = {
  language: "fr",
  signs:
    "le la les des du est et une un pour que qui dans sur avec pas plus vous ce au aux ou à en fournisseurs disponibles par ne se son sa ses nous il elle sont mais comme très",
  letters: "èêëçœùà",
  against: `
    évite* | éviter | à fuir | fuyez | fuir | à proscrire | proscrire | déconseill* | ne [recommand*/conseill*] pas | ne pas [acheter/choisir/prendre/recommander] | n'achetez pas | ne prenez pas | n'achète* | passez votre chemin | à bannir | ne vaut pas | ne valent pas | ne vaut vraiment pas | arnaque* | perte d'argent | gaspillage | mieux vaut éviter | aucun intérêt | aucune raison | pire* | dernier du classement | dernière du classement | catastroph* | à oublier | méfiez-vous-en | inutilisable`,
  pick: `
    recommand* | conseill* | optez pour | opter pour | choisissez | misez sur | privilégiez | tournez-vous vers | préférez | [meilleur*/excellent*/bon*/premier*/très bon*] [choix/rapport/option/achat/solution/alternative/compromis] | le meilleur | la meilleure | les meilleur* | notre [choix/favori*/préféré*/coup de cœur/recommandation] | coup de cœur | favori* | se démarque* | se distingue* | sort du lot | incontournable* | imbattable* | valeur sûre | référence | numéro un | n° 1 | gagnant | vainqueur | en tête | difficile de faire mieux | aucun autre | vaut le [coup/détour] | idéal pour vous | surpasse | bat | je choisirais | je prendrais`,
  reservation: `
    attention | méfi* | prudence | prudent* | garder à l'esprit | gardez | vérifi* | cependant | toutefois | hélas | malheureusement | bémol* | inconvénient* | défaut* | point* faible* | limite* | limité* | manque* | absence | lent* | cher* | chère* | onéreu* | coûteu* | hors de prix | frais cachés | frais | bruyant* | lourd* | complexe* | compliqué* | difficile | décev* | déçu* | problème* | panne* | bug* | plaint* | plaign* | se plaign* | critiqu* | signalent | mitigé* | fragile* | peu [fiable/pratique/intuitif/lisible/autonome] | trop | pas [idéal/donné/parfait/toujours/assez] | laisse à désirer | gêne* | affaissement | dommage | en revanche | insuffisant* | moyen* | réserves`,
  praise: `
    excellent* | bon | bonne | bons | bonnes | très bon* | parfait* | idéal* | super* | remarquable* | impressionnant* | formidable* | fiable* | solide* | robuste* | durable* | confortable* | agréable* | léger* | légère* | silencieu* | rapide* | efficace* | performant* | puissant* | simple* | facile* | intuiti* | pratique* | limpide | clair* | immédiat* | complet* | complète* | polyvalent* | souple* | abordable* | économique* | honnête* | bon marché | pas cher* | compétiti* | généreu* | élégant* | beau | belle | moderne* | précis* | qualité | réputé* | populaire* | reconnu* | apprécié* | connu* pour | plébiscité* | séduit* | brille* | convient | adapté* | avantage* | atout* | point* fort* | sécurisé* | sportif | freine bien | réactif* | répond vite`,
  contrast:
    "mais | cependant | toutefois | pourtant | en revanche | néanmoins | malgré | bien que | même si | hélas | malheureusement | par contre | tandis que",
  negation: "pas | ne | n' | aucun* | jamais | sans | ni | non",
  notOnly: "pas seulement | non seulement | sans doute | sans hésiter",
  loser:
    "mieux que | plutôt que | au lieu de | à la place de | meilleur que | meilleure que | supérieur à | contrairement à | par rapport à | plus rapide que | moins cher que | face à",
  passing:
    "avec | comme | tels que | telles que | tel que | selon | d'après | par | chez | via | sur | de | du | d' | à | au | dans | entre | magazine | site | utilise | nommé | groupe | ou | et",
  saying: "recommande | conseille | indique | précise | classe | estime",
  condition: "seulement si | uniquement si | sauf si | à moins que | à moins de",
  headings:
    "nos [choix/favoris/recommandations/coups de cœur/préférés] | notre sélection | recommandés | nous recommandons | coups de cœur",
};
