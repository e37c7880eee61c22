/** Commands as one would type them; wide lines scroll inside the block. */
export function CodeBlock({ lines }: { lines: readonly string[] }) {
  return (
    <pre
      className="self-start overflow-x-auto rounded-xl border border-line bg-surface p-4 font-mono text-[0.8rem] leading-7 sm:p-5 sm:text-sm"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <code>
        {lines.map((line) => (
          <span key={line} className="block">
            <span className="select-none text-ink-faint" aria-hidden="true">
              ${" "}
            </span>
            {line}
          </span>
        ))}
      </code>
    </pre>
  );
}
