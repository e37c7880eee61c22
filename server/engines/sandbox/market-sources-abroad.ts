import type { ClassedPage } from "./market-sources";
import type { AnswerLanguage } from "./prompt-language";

/** Other people's pages in the languages beside the market's own: of each kind at least one, so that every taste finds some. */
export const localPages: Readonly<Record<Exclude<AnswerLanguage, "en">, readonly ClassedPage[]>> = {
  de: [
    {
      kind: "review",
      host: "tischtest.example",
      path: "/vergleich",
      title: "Höhenverstellbare Tische im Test",
    },
    { kind: "guide", host: "bueroratgeber.example", path: "/tische", title: "Kaufberatung: Schreibtische" },
    { kind: "forum", host: "forum.sitzstehen.example", path: "/t/1187", title: "Welcher Tisch? (Forum)" },
    {
      kind: "news",
      host: "abendpost.example",
      path: "/wirtschaft/tische",
      title: "Tischbauer im Wettbewerb",
    },
    { kind: "advice", host: "rueckenpraxis.example", path: "/stehen", title: "Stehen bei der Arbeit" },
    { kind: "shop", host: "markt.example", path: "/c/schreibtische", title: "Schreibtische: Preise" },
    {
      kind: "social",
      host: "chirp.example",
      path: "/tischler/status/5521",
      title: "Zwei Jahre am selben Tisch",
    },
    { kind: "video", host: "clips.example", path: "/watch/de81", title: "Fünf Tische nach einem Jahr" },
    { kind: "wiki", host: "openwiki.example", path: "/de/Stehpult", title: "Stehpult – Openwiki" },
  ],
  fr: [
    {
      kind: "review",
      host: "essaibureau.example",
      path: "/comparatif",
      title: "Bureaux assis-debout : essais",
    },
    { kind: "guide", host: "guidetravail.example", path: "/bureaux", title: "Guide d'achat : bureaux" },
    { kind: "forum", host: "forum.debout.example", path: "/t/733", title: "Quel bureau choisir ? (forum)" },
    { kind: "news", host: "lejournaldusoir.example", path: "/eco/bureaux", title: "La bataille des bureaux" },
    {
      kind: "advice",
      host: "cliniquedudos.example",
      path: "/conseils",
      title: "Travailler debout : conseils",
    },
    { kind: "shop", host: "marche.example", path: "/c/bureaux", title: "Bureaux : prix et stock" },
    {
      kind: "social",
      host: "chirp.example",
      path: "/debout/status/8830",
      title: "Mon bureau après deux ans",
    },
    { kind: "video", host: "clips.example", path: "/watch/fr22", title: "Cinq bureaux après un an" },
    { kind: "wiki", host: "openwiki.example", path: "/fr/Bureau_debout", title: "Bureau debout – Openwiki" },
  ],
  es: [
    { kind: "review", host: "pruebamesa.example", path: "/comparativa", title: "Mesas elevables a prueba" },
    { kind: "guide", host: "guiaoficina.example", path: "/mesas", title: "Guía de compra: mesas" },
    { kind: "forum", host: "foro.depie.example", path: "/t/2094", title: "¿Qué mesa compro? (foro)" },
    { kind: "news", host: "elcorreodehoy.example", path: "/economia/mesas", title: "La pugna de las mesas" },
    { kind: "advice", host: "clinicaespalda.example", path: "/consejos", title: "Trabajar de pie: consejos" },
    { kind: "shop", host: "mercado.example", path: "/c/mesas", title: "Mesas: precios y existencias" },
    { kind: "social", host: "chirp.example", path: "/mesas/status/4417", title: "Mi mesa tras dos años" },
    { kind: "video", host: "clips.example", path: "/watch/es09", title: "Cinco mesas después de un año" },
    { kind: "wiki", host: "openwiki.example", path: "/es/Mesa_elevable", title: "Mesa elevable – Openwiki" },
  ],
  ja: [
    { kind: "review", host: "desktest-jp.example", path: "/hikaku", title: "昇降デスク比較テスト" },
    { kind: "guide", host: "shigotoba.example", path: "/desk", title: "デスクの選び方" },
    { kind: "forum", host: "forum.tachi.example", path: "/t/312", title: "どの机を買う？（掲示板）" },
    { kind: "news", host: "yukankeizai.example", path: "/desk-makers", title: "机メーカーの競争" },
    { kind: "advice", host: "sebone-clinic.example", path: "/advice", title: "立って働くときのこつ" },
    { kind: "shop", host: "ichiba.example", path: "/c/desk", title: "デスクの価格と在庫" },
    { kind: "social", host: "chirp.example", path: "/tsukue/status/6120", title: "同じ机を二年使って" },
    { kind: "video", host: "clips.example", path: "/watch/jp44", title: "一年後の昇降デスク五台" },
    { kind: "wiki", host: "openwiki.example", path: "/ja/昇降デスク", title: "昇降デスク – Openwiki" },
  ],
};
