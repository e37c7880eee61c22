import { Tokenizer } from "htmlparser2";

/** As much of a page as is read: what a sentence leans on rarely stands further down. In UTF-16 units. */
const MOST_MARKUP = 2_000_000;
const MOST_TEXT = 300_000;

/** Elements whose text nobody reads. */
const UNREAD = new Set(["script", "style", "noscript", "template", "svg", "head", "iframe", "object"]);
/** Elements that stand in a line of text; all others begin a new one. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code data dfn em font i kbd mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);
/** Without an end tag. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/**
 * What a person reads on an HTML page, in lines: tags, scripts, styles and the head left out, entities decoded. Linear in
 * the markup, whatever it nests: tokens are read, and no tree is built.
 */
export function pageText(markup: string): string {
  const html = markup.slice(0, MOST_MARKUP);
  const pieces: string[] = [];
  let length = 0;
  let unread: string | null = null;
  const write = (piece: string) => {
    if (unread !== null || length > MOST_TEXT) return;
    pieces.push(piece);
    length += piece.length;
  };
  const nothing = () => {};
  const begin = (name: string) => {
    // A head may have no end tag.
    if (name === "body" && unread === "head") unread = null;
    if (!INLINE.has(name)) write("\n");
    if (unread === null && UNREAD.has(name) && !VOID.has(name)) unread = name;
  };
  const end = (name: string) => {
    if (name === unread) unread = null;
    if (!INLINE.has(name)) write("\n");
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, stop) => write(html.slice(start, stop)),
      ontextentity: (codepoint) => write(String.fromCodePoint(codepoint)),
      onopentagname: (start, stop) => begin(html.slice(start, stop).toLowerCase()),
      onclosetag: (start, stop) => end(html.slice(start, stop).trim().toLowerCase()),
      onopentagend: nothing,
      onselfclosingtag: nothing,
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return tidy(pieces.join("")).slice(0, MOST_TEXT);
}

/** One space between words, one line break between lines. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}
