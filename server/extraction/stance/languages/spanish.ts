import type { LanguageCues } from "@/server/extraction/stance/language-cues";

export const SPANISH: LanguageCues = {
  language: "es",
  signs:
    "el la los las de y es un una para con que en por del al se su más pero o lo marcas aseguradoras precio no son está muy te le mejor sin como si",
  letters: "ñ¿¡áíó",
  against: `
    evita | evite | eviten | evitar | evitaría* | huye | huya | huid | aléjate | aléjese | alejarse | no [te/lo/la/se/los/las] recomiend* | no recomiend* | no recomend* | no [compres/compre/elijas/contrates/uses/pierdas] | desaconsej* | no aconsej* | no vale la pena | no merece la pena | no valen la pena | mejor no | mejor evitar | no conviene | ni se te ocurra | pérdida de dinero | tirar el dinero | estafa* | timo | peor* | pésim* | último lugar | en último | ningún motivo | ninguna razón | olvídate de | inservible* | descart*`,
  pick: `
    recomiend* | recomend* | te recomiendo | aconsej* | apuesta por | opta por | elige | elegiría | decántate | quédate con | escoge | [mejor/mejores/excelente/buena/primera/gran/ideal] [opción/opciones/elección/alternativa/compra/relación/precio] | la mejor | el mejor | los mejores | las mejores | es mejor | nuestra [elección/favorita/recomendación/opción] | nuestro [favorito/preferido] | favorit* | preferid* | destaca* | sobresale* | imbatible* | insuperable* | número uno | gana* | ganador* | líder* | ningun* otr* | ninguna otra _ iguala | nada supera | supera a | vale la pena | merece la pena | apuesta segura | acierto | no te arrepentirás | imprescindible`,
  reservation: `
    cuidado | ojo con | ojo | ten en cuenta | tener en cuenta | ten presente | hay que vigilar | precaución | cautela | atención | sin embargo | lamentablemente | por desgracia | desgraciadamente | inconveniente* | desventaja* | punto* débil* | defecto* | pega* | fallo* | falla* | falta* | carece* | limitad* | limitación* | lent* | car* | costos* | precio* alto* | demasiad* | ruidos* | pesad* | complicad* | difícil* | deja* _ que desear | deja* que desear | decepcion* | problema* | queja* | quejan | critic* | crític* | reclam* | regular | mejorable* | frágil* | débil* | se hunde | se rompe | gotea | llena de anuncios | anuncios | letra pequeña | comisiones ocultas | costes ocultos | cargos | no es [ideal/perfecto/perfecta/barato/barata] | no incluye | solo si | opiniones divididas | opiniones mixtas | desigual* | escas* | poc*`,
  praise: `
    excelente* | buen | buena | buenos | buenas | muy buen* | bien | perfect* | ideal* | genial* | estupend* | magnífic* | impresionante* | fiable* | confiable* | segur* | sólid* | robust* | resistente* | durader* | cómod* | confortable* | liger* | silencios* | rápid* | eficaz* | eficiente* | potente* | sencill* | fácil* | intuitiv* | práctic* | complet* | versátil* | flexible* | asequible* | económic* | barat* | competitiv* | generos* | elegante* | modern* | precis* | calidad | popular* | reconocid* | conocid* por | valorad* | ventaja* | punto* fuerte* | garantía* | adecuad* | brilla* | atractiv* | bonit* | clar* | agradable*`,
  contrast:
    "pero | sin embargo | aunque | no obstante | en cambio | por desgracia | lamentablemente | a pesar de | mientras que | ahora bien | eso sí",
  negation: "no | sin | ningún | ninguna | ninguno | nunca | ni | tampoco | jamás",
  notOnly: "no solo | no sólo | no solamente | sin duda",
  loser:
    "mejor que | en lugar de | en vez de | antes que | frente a | superior a | a diferencia de | más rápido que | más barato que | comparado con",
  passing:
    "con | como | según | por | en | a través de | mediante | vía | de | del | desde | datos de | grupo | entre | usa | utiliza | o | y | al",
  saying: "recomienda | aconseja | dice | señala | valora | publica",
  condition: "solo si | sólo si | a menos que | salvo que | a no ser que | únicamente si",
  headings:
    "nuestr* [favorit*/recomendaci*/selección/elección] | recomendados | recomendadas | recomendamos | los favoritos",
};
