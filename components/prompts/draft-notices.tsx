/** Says where unsaved edits come from, when that isn't plain to see. */
export function DraftNotices({
  base,
  version,
  broughtBack,
}: {
  /** The version that was edited, and the newest. */
  base: number;
  version: number;
  broughtBack: boolean;
}) {
  if (base < version)
    return (
      <p role="status" className="mb-3 rounded-md bg-caution-soft px-3 py-2 text-sm">
        Version {version} was saved while {base === 0 ? "you made this panel" : `you edited version ${base}`}.
        Nothing is lost: your changes now stand on version {version}. Look through them, then save.
      </p>
    );
  if (broughtBack)
    return (
      <p role="status" className="mb-3 rounded-md bg-sunken px-3 py-2 text-ink-soft text-sm">
        These changes from earlier were never saved. They were kept in this tab.
      </p>
    );
  return null;
}
