/** The name with its sign: a value between the two ends of its interval. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-semibold text-lg tracking-tight">
      <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">
        <path d="M2 8h22M2 2.5v11M24 2.5v11" className="stroke-band-wide" strokeWidth="2" fill="none" />
        <circle cx="11" cy="8" r="4.5" className="fill-accent" />
      </svg>
      CiteStreak
    </span>
  );
}
