const RANGES = /(\d[\d.]*(?:-\d[\d.]*)? %|\d+ prompts?)/;

/** Text whose percentages, ranges and counts never break over two lines. */
export function Unbroken({ text }: { text: string }) {
  return text.split(RANGES).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts never move
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
