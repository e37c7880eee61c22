import type { LanguageCues } from "@/server/extraction/stance/language-cues";

export const GERMAN: LanguageCues = {
  language: "de",
  signs:
    "der die das und ist nicht ein eine mit für von im den zu auf sich auch bei wir sie oder als anbieter hersteller überblick gewicht preis am aus dass wenn einen dem des werden kann hat nur noch nach wie",
  letters: "äöüß",
  against: `
    finger weg | hände weg | abzuraten | rate* _ ab | raten _ ab | rät _ ab | abraten | nicht [empfehlen*/empfohlen/ratsam/kaufen/zu empfehlen] | nicht empfehlenswert* | kann* @ nicht empfehlen | können @ nicht empfehlen | würde* @ nicht [empfehlen/kaufen/nehmen]
    vermeide* | zu meiden | meiden | meide | lieber nicht | besser nicht | keine* empfehlung | keinesfalls | auf keinen fall | lohnt [sich nicht/nicht] | nicht [wert/lohnenswert] | geldverschwendung | abzocke | durchgefallen | testverlierer | schlechteste* | fiel _ durch | mangelhaft | ungenügend | unbrauchbar | enttäuscht auf ganzer`,
  pick: `
    empfehl* | empfiehlt | empfohlen* | empfehlenswert* | testsieger* | preis-leistungs-sieger | [beste*/erste*/gute*/ideale*/richtige*/klare*/bessere*/sichere*/perfekte*] [wahl/option/empfehlung/lösung/adresse/kauf/tipp] | unser* [favorit*/tipp/empfehlung/wahl/liebling*] | favorit* | spitzenreiter | am besten | der beste | die beste | das beste | überzeugt* | überlegen | sieger | kauftipp | geheimtipp | greif* [zu/zum/zur] | entscheide* _ für | setz* auf | nichts falsch | sticht _ heraus | hervorzuheben | unschlagbar* | lohnt sich | klar vorne | besser als jede*`,
  reservation: `
    allerdings | leider | vorsicht* | achtung | achten | beachte* | bedenken | aufpassen | nachteil* | schwäche* | schwach* | haken | manko | minuspunkt* | kritik* | kritisier* | bemängel* | beschwer* | teuer* | überteuert | kostspielig | hohe* [preis*/kosten/gebühren] | versteckte* | langsam* | träge | laut* | schwer | umständlich | kompliziert* | unübersichtlich | unzuverlässig* | fehlt | fehlen* | fehler* | mangel* | mängel | stör* | problem* | ausfäll* | ausfall | kurze* [garantie/laufzeit/akkulaufzeit] | nur bedingt | eingeschränkt* | zu [klein/groß/laut/teuer/schwer/langsam/wenig] | lässt zu wünschen | gewöhnungsbedürftig | durchwachsen | gemischte* | nicht [ideal/optimal/für jede*/ganz] | wackel* | enttäusch* | weniger gut | geruch | abstürz* | stürzt | gewarnt`,
  praise: `
    gut* | sehr gut* | hervorragend* | ausgezeichnet* | exzellent* | toll* | super | klasse | stark* | solide* | leicht* | einfach* | intuitiv* | bequem* | komfortab* | leise* | schnell* | zuverlässig* | robust* | stabil* | langlebig* | hochwertig* | sicher* | günstig* | preiswert* | erschwinglich* | kompakt* | leistungsstark* | kraftvoll* | vielseitig* | flexib* | praktisch* | beliebt* | bekannt für | überzeugend* | großzügig* | umfangreich* | übersichtlich* | modern* | schön* | perfekt* | ideal* | optimal* | angenehm* | effizient* | sparsam* | besser | beste* | vorteil* | pluspunkt* | gelobt | lobt | punktet | glänzt | eignet sich | geeignet | klar* | präzise | frisch* | nachhaltig* | lange* akku* | wertig*`,
  contrast:
    "aber | allerdings | jedoch | doch | dennoch | trotzdem | leider | hingegen | dagegen | obwohl | nur dass | wenngleich | während",
  negation: "nicht | kein* | ohne | nie | niemals | weder | kaum",
  notOnly: "nicht nur | nicht zuletzt | ohne zweifel",
  loser:
    "besser als | statt | anstatt | anstelle von | gegenüber | im vergleich zu | schneller als | günstiger als | überlegen als | schlägt | anders als",
  passing:
    "mit | wie | etwa | zum beispiel | z. b. | laut | von | bei | über | per | via | in | aus | durch | zwischen | nutzt | verwendet | unterstützt | vom | zu | auf | oder | nach angaben von",
  saying: "empfiehlt | sagt | schreibt | nennt | bewertet | testete",
  condition: "nur wenn | nur dann | es sei denn | höchstens",
  headings:
    "unsere [empfehlung*/favorit*/top*/tipps] | empfehlung* | testsieger | wir empfehlen | kauftipp* | favoriten",
};
