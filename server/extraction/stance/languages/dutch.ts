import type { LanguageCues } from "@/server/extraction/stance/language-cues";

export const DUTCH: LanguageCues = {
  language: "nl",
  signs:
    "de het een en is van voor met op te niet zijn dat je ook aan er of wij bij naar maar merken aanbieders als om dit die uit kan worden wordt deze",
  letters: "",
  against: `
    vermijd* | mijd | blijf weg | blijf uit de buurt | laat @ links liggen | links liggen | afrad* | raad* _ af | afgeraden | af te raden | ontrad* | niet [aan te raden/aanbevolen/aanbevelen/kopen/de moeite/waard/aanrad*] | koop @ niet | koop geen | kies @ niet | neem @ niet | kunnen @ niet aanraden | kan @ niet aanraden | zou @ niet [kopen/kiezen/aanraden/nemen] | zonde van | weggegooid geld | geldverspilling | oplichterij | slechtste* | miskoop | geen goede keus | geen reden om | onbruikbaar | beter van niet`,
  pick: `
    aanrad* | raad* _ aan | raden _ aan | aanbevolen | aanbevel* | aanrader* | aan te raden | [beste/goede/eerste/ideale/betere/slimme/prima/veilige] [keus/keuze/koop/optie/oplossing] | de beste | het beste | onze [favoriet*/keuze/aanrader/tip/topper] | favoriet* | topper* | winnaar* | testwinnaar | wint | springt eruit | steekt erboven uit | onderscheidt | onverslaanbaar | kies voor | kies dan | ga voor | ga dan voor | neem dan | moeilijk te verslaan | niets mis mee | zit je goed | de moeite waard | beter dan alle`,
  reservation: `
    let op | let _ op | pas op | wees voorzichtig | voorzichtig* | houd rekening | hou rekening | opletten | echter | helaas | nadeel | nadelen | minpunt* | zwak* | gebrek* | mankeert | ontbreekt | ontbreken | mist | beperkt* | traag | trage | duur | dure | prijzig* | hoge kosten | verborgen kosten | te [weinig/klein/groot/zwaar/duur/langzaam/luid/zacht/hard] | lawaaierig | luidruchtig | zwaar | ingewikkeld* | lastig* | moeilijk* | klacht* | klagen | klaagt | problemen | probleem | storing* | kritiek* | tegenval* | valt tegen | teleurstel* | matig* | wisselende | gemengde | niet [ideaal/geschikt/voor iedereen/perfect/goedkoop/los te] | onbetrouwbaar | kwetsbaar | slecht* | kort* garantie | crasht | vastlop*`,
  praise: `
    goed | goede | uitstekend* | prima | perfect* | ideaal | ideale | geweldig* | fantastisch* | indrukwekkend* | betrouwba* | veilig* | stevig* | robuust* | duurzaam | duurzame | comfortabel* | zacht* | licht* | stil* | snel* | efficiënt* | krachtig* | eenvoudig* | makkelijk* | gemakkelijk* | gebruiksvriendelijk* | handig* | praktisch* | compleet | complete | veelzijdig* | flexibel* | betaalba* | goedko* | voordelig* | scherpe prijs | mooi* | modern* | stijlvol* | kwaliteit | populair* | bekend om | geliefd* | voordelen | voordeel | pluspunt* | geschikt | ruim* | helder* | lange accu* | garantie | fijn* | beter* | beste`,
  contrast:
    "maar | echter | helaas | toch | hoewel | ondanks | daarentegen | al is | terwijl | alleen jammer",
  negation: "niet | geen | nooit | zonder | noch | nauwelijks",
  notOnly: "niet alleen | niet enkel | zonder twijfel",
  loser:
    "beter dan | in plaats van | boven | liever dan | vergeleken met | ten opzichte van | in tegenstelling tot | sneller dan | goedkoper dan | verslaat",
  passing:
    "met | zoals | volgens | door | via | bij | op | in | van | uit | tussen | gebruikt | ondersteunt | of | en | naar | onder",
  saying: "raadt | zegt | meldt | schrijft | noemt",
  condition: "alleen als | tenzij | enkel als | hooguit als",
  headings:
    "onze [favorieten/keuze*/aanraders/toppers/tips] | aanraders | aanbevolen | wij raden aan | favorieten",
};
