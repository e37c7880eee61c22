import type { LanguageCues } from "@/server/extraction/stance/language-cues";

export const POLISH: LanguageCues = {
  language: "pl",
  signs:
    "i w na z do nie jest się to dla jak od po o przez że co lub oraz dostępne producenci modele są w ma za ale czy być może także",
  letters: "ąćęłńśźż",
  against: `
    unika* | unikaj* | omijaj* | omija* | trzymaj* się z dala | z daleka od | nie [poleca*/rekomend*/kupuj*/warto/wybieraj*/radz*] | nie polec* | odradza* | lepiej [unikać/nie/omijać] | strata pieniędzy | szkoda pieniędzy | wyrzucone pieniądze | oszustw* | najgorsz* | ostatnie miejsce | na ostatnim | nie ma sensu | brak powodów | daruj sobie | zrezygnuj* | fataln* | beznadziejn* | nie nadaje`,
  pick: `
    poleca* | polecan* | rekomend* | warto [wybrać/kupić/postawić/rozważyć/wziąć] | postaw* na | wybierz | sięgnij po | najleps* [wybor*/wybór/opcj*/stosun*/rozwiąza*/zakup*] | najlepsz* | dobrym wyborem | dobry wybór | świetnym wyborem | świetny wybór | strzał w dziesiątkę | nasz* [faworyt*/wybór/ulubion*/rekomend*/typ] | faworyt* | ulubion* | wyróżnia* | zwycięzc* | wygrywa* | lider* | numer jeden | bezkonkurencyjn* | nie do pobicia | trudno o lepsz* | żaden inny | lepszy wybór | lepszym wyborem | bije na głowę`,
  reservation: `
    uważa* | uwaga | ostrożn* | pamięta* | miej na uwadze | należy zwrócić uwagę | zwróć uwagę | niestety | jednak | wad* | minus* | słab* | brak* | ograniczon* | woln* | powoln* | drog* | kosztown* | wysoka cena | wysokie koszt* | ukryt* | zbyt | za [mało/drog*/duż*/ciężk*/głośn*] | głośn* | ciężk* | skomplikowan* | trudn* | problem* | awari* | usterk* | narzeka* | skarż* | krytyk* | zawod* | rozczarow* | mieszane | przeciętn* | średni* | zawiesza* | psuje | nie dla każdego | pozostawia wiele do życzenia | kiepsk* | niestabiln*`,
  praise: `
    dobr* | dobrze | świetn* | doskonał* | znakomit* | wspaniał* | idealn* | niezawodn* | bezpieczn* | solidn* | trwał* | wytrzymał* | wygodn* | komfort* | lekk* | cich* | szybk* | wydajn* | skuteczn* | mocn* | prost* | łatw* | intuicyjn* | praktyczn* | kompletn* | uniwersaln* | elastyczn* | przystępn* | tani* | korzystn* | atrakcyjn* | ładn* | eleganck* | nowoczesn* | precyzyjn* | jakoś* | popularn* | ceniony* | cenion* | znan* z | zalet* | plus* | chwal* | sprawdza się | gwarancj* | przejrzyst*`,
  contrast: "ale | jednak | niestety | jednakże | lecz | natomiast | chociaż | choć | mimo | za to | tyle że",
  negation: "nie | bez | żaden | żadn* | nigdy | ani",
  notOnly: "nie tylko | bez wątpienia",
  loser:
    "lepszy niż | lepsza niż | lepsze niż | lepiej niż | zamiast | w porównaniu z | w porównaniu do | od | w przeciwieństwie do | szybszy niż | tańszy niż",
  passing:
    "z | ze | jak | według | przez | w | we | na | u | od | do | punktach | takich jak | m.in. | oraz | lub | i | używa | między | poprzez | dzięki",
  saying: "poleca | zaleca | podaje | pisze | ocenia",
  condition: "tylko jeśli | tylko gdy | chyba że | jedynie jeśli",
  headings: "nasze [typy/rekomendacje/polecenia/faworyci] | polecane | polecamy | rekomendowane | faworyci",
};
