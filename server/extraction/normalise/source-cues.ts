/** Words right before a link that make its label the source of a claim ("according to [The Verge](...)"). */
export const SOURCE_CUE =
  /(?:\b(?:according to|as reported by|reported by|reports? from|source|sources|via|per|notes|says|cited by|read more at|read more on|see|laut|quelle|quellen|selon|d'après|según|fuente|secondo|fonte|volgens|bron)\b|出典|来源|來源|根据|による)[:：]?\s*[*_"“]{0,3}$/iu;

/** Citation markers that engines leave in the text: 【4†source】, [^2], [3], private-use ranges of ChatGPT. */
export const CITATION_MARKERS: readonly RegExp[] = [
  /【[^】\n]{0,200}】/gu,
  /\uE200[^\uE201\n]{0,300}\uE201/gu,
  /\[\^?\d{1,3}\](?!\()/gu,
  /:contentReference\[[^\]\n]{0,80}\](?:\{[^}\n]{0,80}\})?/gu,
];
