import { brandLook, firstMentionId, placeId } from "../brand-look";
import type { Piece } from "./mark-pieces";

/** A stretch of an answer's text, with the brands that it names marked. `names` are the project's brands, in order. */
export function AnswerPieces({ pieces, names }: { pieces: readonly Piece[]; names: readonly string[] }) {
  return pieces.map(({ shown, start, brand, first, place }, index) => {
    const drawn =
      brand === null ? (
        shown
      ) : (
        <mark
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
          key={`${start} ${index}`}
          id={first ? firstMentionId(brand) : undefined}
          title={names[brand]}
          className={brandLook(brand)}
        >
          {shown}
        </mark>
      );
    if (place === undefined) return drawn;
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
        key={`${start} ${index}`}
        id={placeId(place)}
        tabIndex={-1}
        className="scroll-mt-24 rounded-sm focus:bg-caution-soft focus:outline-2 focus:outline-offset-2"
      >
        {drawn}
      </span>
    );
  });
}
