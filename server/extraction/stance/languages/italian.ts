import type { LanguageCues } from "@/server/extraction/stance/language-cues";

export const ITALIAN: LanguageCues = {
  language: "it",
  signs:
    "il lo la gli le di e è un una per con che non del della dei nel si sono più al ma ha marchi modello prezzo i anche se da come questo molto dal alla",
  letters: "ìò",
  against: `
    evita | evitate | evitare | da evitare | eviterei | sconsigli* | non [consigli*/raccomand*/comprate/compratelo/acquistate/scegliete/comprare] | non lo consigli* | non la consigli* | state alla larga | stare alla larga | alla larga | non ne vale la pena | non vale la pena | non vale | lasciate perdere | lascia perdere | meglio [evitare/di no/lasciar] | soldi buttati | spreco | truffa* | fregatura | peggior* | pessim* | ultimo posto | bocciat* | inutilizzabil* | nessun motivo`,
  pick: `
    consigli* | raccomand* | scegli | scegliete | puntate su | punta su | opta per | optate per | [miglior*/ottim*/buon*/prima/eccellente/ideale] [scelta/opzione/alternativa/acquisto/rapporto/soluzione] | scelta migliore | il migliore | la migliore | i migliori | le migliori | è migliore | nostr* [scelta/preferit*/favorit*] | preferit* | favorit* | spicca* | si distingue | imbattibil* | insuperabil* | vincitor* | vince | numero uno | al primo posto | nessun altr* | difficile fare meglio | vale la pena | da non perdere | andate sul sicuro | supera`,
  reservation: `
    attenzione | occhio a | fate attenzione | tenete presente | tieni presente | tenere conto | prudenza | cautela | tuttavia | purtroppo | però | svantagg* | difett* | punto debole | punti deboli | pecca | pecche | neo | limit* | manca* | mancanza | lent* | car* | costos* | prezzo alto | sale ogni anno | costi nascosti | costi di | troppo | rumoros* | pesant* | complicat* | difficil* | delud* | delusion* | problem* | lament* | critic* | recensioni miste | contrastant* | fragil* | debol* | scars* | lascia a desiderare | non [ideale/perfett*/inclus*/economic*/adatt*] | non sono inclus* | guast* | bug | blocca* | poc*`,
  praise: `
    eccellent* | ottim* | buon | buona | buono | buoni | buone | perfett* | ideal* | fantastic* | impressionant* | affidabil* | sicur* | solid* | robust* | resistent* | durevol* | comod* | confortevol* | legger* | silenzios* | veloc* | rapid* | efficient* | efficac* | potent* | semplic* | facil* | intuitiv* | pratic* | complet* | versatil* | flessibil* | convenient* | economic* | accessibil* | competitiv* | generos* | elegant* | bell* | modern* | precis* | qualità | popolar* | apprezzat* | rinomat* | not* per | vantagg* | pregi | punto di forza | punti di forza | adatt* | garanzia | brilla | automatic*`,
  contrast:
    "ma | però | tuttavia | purtroppo | anche se | sebbene | nonostante | invece | mentre | eppure | peccato",
  negation: "non | senza | nessun* | mai | né | neppure",
  notOnly: "non solo | non soltanto | senza dubbio",
  loser:
    "meglio di | migliore di | invece di | piuttosto che | al posto di | rispetto a | superiore a | a differenza di | più veloce di | meno caro di",
  passing:
    "con | come | secondo | da | dal | dalla | su | tramite | attraverso | presso | del | della | di | sito | in | gruppo | tra | usa | utilizza | o | e",
  saying: "consiglia | raccomanda | dice | segnala | valuta",
  condition: "solo se | a meno che | soltanto se | unicamente se",
  headings:
    "i nostri [preferiti/consigli] | le nostre scelte | consigliati | raccomandati | la nostra selezione | i preferiti",
};
