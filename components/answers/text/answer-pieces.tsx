import { brandLook, firstMentionId } from "../brand-look";
import type { Piece } from "./mark-pieces";

/** A stretch of an answer's text, with the brands that it names marked. `names` are the project's brands, in order. */
export function AnswerPieces({ pieces, names }: { pieces: readonly Piece[]; names: readonly string[] }) {
  return pieces.map(({ shown, start, brand, first }, index) =>
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
    ),
  );
}
