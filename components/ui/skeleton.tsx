const WIDTHS = ["w-2/5", "w-full", "w-11/12", "w-4/5", "w-3/4", "w-5/6"] as const;

/** Grey blocks in the shape of what is coming. */
export function Skeleton({ label = "Loading" }: { label?: string }) {
  return (
    <div role="status" data-loading className="flex flex-col gap-3">
      <span className="sr-only">{label}</span>
      {WIDTHS.map((width) => (
        <div key={width} className={`h-9 rounded-md bg-sunken motion-safe:animate-pulse ${width}`} />
      ))}
    </div>
  );
}
