import type { LanguageCues } from "@/server/extraction/stance/language-cues";

export const PORTUGUESE: LanguageCues = {
  language: "pt",
  signs:
    "o a os as de e é um uma para com que em não do da na por mais se ao dos das mas tem opções são você também muito pela pelo como sua seu",
  letters: "ãõâ",
  against: `
    evite | evitar | evitem | evitaria | fuja | fujam | fugir | passe longe | fique longe | mantenha distância | não [recomend*/indico/indicamos/aconselh*/compre/comprem/contrate/escolha/use/perca] | desaconselh* | não vale a pena | não valem a pena | não vale | melhor [evitar/não] | cilada | roubada | golpe | dinheiro jogado | perda de dinheiro | jogar dinheiro | pior* | péssim* | último lugar | nenhum motivo | inutilizáv* | esqueça`,
  pick: `
    recomend* | indico | indicamos | aconselh* | sugiro | opte por | aposte | escolha | escolheria | fique com | vá de | [melhor/melhores/excelente/ótima/boa/primeira/ideal] [opção/opções/escolha/alternativa/compra/custo-benefício/relação] | a melhor | o melhor | os melhores | as melhores | é melhor | nossa [escolha/favorita/recomendação/indicação] | nosso [favorito/preferido] | escolha número um | número um | favorit* | preferid* | destaca* | se destaca | sobressai | imbatív* | insuperáv* | vence* | campe* | líder* | nenhum outr* | vale a pena | vale muito | não tem erro | acerto | supera`,
  reservation: `
    cuidado | atenção | fique atento | fique de olho | tenha em mente | leve em conta | cautela | entretanto | contudo | infelizmente | porém | desvantage* | ponto* fraco* | defeito* | ponto* negativo* | limitaç* | limitad* | falta* | lent* | car* | custos* | preço alto | taxas escondidas | tarifas | demais | barulhent* | pesad* | complicad* | difíc* | decepcion* | problema* | reclam* | queix* | crític* | critic* | trava* | falha* | frágil* | fraco* | fraca* | dura pouco | esquenta* | aquece* | deixa a desejar | avaliações mistas | opiniões divididas | não [ideal/perfeito/inclui/é barato] | ruim | demor* | pouc*`,
  praise: `
    excelente* | ótim* | bom | boa | bons | boas | muito bo* | perfeit* | ideal* | incríve* | impressionante* | confiáv* | segur* | sólid* | robust* | resistente* | duráve* | confortáve* | leve* | silencios* | rápid* | eficiente* | eficaz* | potente* | simples | fáci* | intuitiv* | prátic* | complet* | versáti* | flexíve* | acessíve* | barat* | econômic* | just* | competitiv* | generos* | elegante* | bonit* | modern* | precis* | qualidade | popular* | elogiad* | conhecid* por | vantage* | ponto* forte* | adequad* | garantia | bateria longa | agradáve* | não cobra tarifas | sem tarifas`,
  contrast:
    "mas | porém | contudo | entretanto | no entanto | todavia | embora | apesar de | infelizmente | já | enquanto | só que",
  negation: "não | sem | nenhum | nenhuma | nunca | nem | jamais",
  notOnly: "não só | não apenas | não somente | sem dúvida",
  loser:
    "melhor que | melhor do que | em vez de | ao invés de | em lugar de | superior a | superior ao | comparado a | ao contrário de | mais rápido que | mais barato que",
  passing:
    "com | como | segundo | por | pelo | pela | em | no | na | via | através de | de | do | da | conforme | entre | usa | utiliza | ou | e | ao | dados de",
  saying: "recomenda | aconselha | diz | aponta | avalia",
  condition: "só se | somente se | a menos que | a não ser que | apenas se",
  headings: "noss* [favorit*/recomendaç*/escolhas/indicações] | recomendados | recomendadas | recomendamos",
};
