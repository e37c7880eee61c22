import { charClass } from "./char-class";
import type { TextLink } from "./find-links";

/** Words right before a link that make its label the source of a claim ("according to [The Verge](...)"). */
const SOURCE_CUE =
  /(?:\b(?:according to|as reported by|reported by|reports? from|source|sources|via|per|notes|says|cited by|read more at|read more on|see|laut|quelle|quellen|selon|d'après|según|fuente|secondo|fonte|volgens|bron|źródło|według|kaynak)\b|出典|来源|來源|根据|による|출처|источник)[:：]?\s*[*_"“]{0,3}$/iu;

/** What may stand between a cue and the link. */
const CUE_TAIL = ' \t\n\r\f\v*_"“:：';

/** Citation markers that engines leave in the text: 【4†source】, [^2], [3], private-use ranges of ChatGPT. */
export const CITATION_MARKERS: readonly { readonly needs: string; readonly pattern: RegExp }[] = [
  { needs: "【", pattern: /【(?:\d[^】\n]{0,200}|[^】†\n]{0,200}†[^】\n]{0,200})】/gu },
  { needs: "\uE200", pattern: /\uE200[^\uE201\n]{0,300}\uE201/gu },
  { needs: "[", pattern: /\[\^?\d{1,3}\](?!\()/gu },
  { needs: ":contentReference", pattern: /:contentReference\[[^\]\n]{0,80}\](?:\{[^}\n]{0,80}\})?/gu },
];

/** Whether a letter stands last, markup and colons apart: most links follow a bracket or a full stop. */
function mayEndInCue(before: string): boolean {
  let at = before.length - 1;
  while (at >= 0 && CUE_TAIL.includes(before.charAt(at))) at -= 1;
  return at >= 0 && (charClass(before.charCodeAt(at)) !== 0 || before.charCodeAt(at) > 0x7f);
}

/** Whether a link's label only says where a claim comes from: all in brackets, after the sentence, or after a cue. */
export function labelsSource(text: string, link: TextLink): boolean {
  const before = text.slice(Math.max(0, link.whole.start - 60), link.whole.start);
  if (mayEndInCue(before) && SOURCE_CUE.test(before)) return true;
  const after = text.slice(link.whole.end, link.whole.end + 40);
  if (/[([][\s]*$/u.test(before) && /^\s*(?:[)\],;]|$)/u.test(after)) return true;
  if (/\)\s*[,;]?\s*$|\][,;]\s*$/u.test(before) && /^\s*[)\],;]/u.test(after)) return true;
  const closes = /^[\s,;]*(?:\)|\]|\[|$|\n)/u.test(after) || /^\s*[,;|]\s*\[/u.test(after);
  return closes && /[.!?。！？]["”’)*_]{0,3}\s*$/u.test(before);
}
