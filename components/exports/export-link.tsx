import { Download } from "lucide-react";
import type { ProjectAddress } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { exportQuery, type ScreenFilter } from "./export-query";

interface Props {
  readonly address: ProjectAddress;
  /** The table's id, as server/exports lists them. */
  readonly table: string;
  /** The page's own filter, so that the file holds what the screen shows. */
  readonly filter?: ScreenFilter;
  /** Which table, for screen readers, where several links stand on one page. */
  readonly label?: string;
}

/** Takes a table away as CSV: everything that the filter matches, not only what is on the screen. */
export function ExportLink({ address, table, filter = {}, label }: Props) {
  return (
    <ButtonLink
      href={`/api/export/${table}?${exportQuery(address, filter)}`}
      look="quiet"
      size="small"
      prefetch={false}
      download
    >
      <Download size={15} aria-hidden="true" />
      <span>Export {label && <span className="sr-only">{label} as </span>}CSV</span>
    </ButtonLink>
  );
}
