import { Download } from "lucide-react";
import { buttonLook } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { ImportGuide } from "@/server/imports/contract";
import { TEMPLATES } from "./templates";

/** What a file of captures has to look like: its fields, and an example of each format to start from. */
export function TemplateSection({ guide }: { guide: ImportGuide }) {
  const fields = [
    {
      name: "engine",
      about: (
        <>
          Which engine answered:{" "}
          {guide.engines.map(({ engineId, label }, index) => (
            <span key={engineId}>
              {index > 0 && ", "}
              <code className="font-mono">{engineId}</code> ({label})
            </span>
          ))}
          .
        </>
      ),
    },
    { name: "prompt", about: "What was asked, word for word, in at most 2,000 characters." },
    { name: "text", about: "The whole answer as it was shown, in Markdown or plain text." },
    {
      name: "capturedAt",
      about: "When it was shown: date, time and time zone, as 2026-10-20T09:00:00Z. Windows are cut by it.",
    },
    { name: "sources", about: "The addresses shown as sources, where there were any. May be left out." },
  ];
  return (
    <Card
      title="How a file looks"
      detail="Both formats hold the same five fields. The file is text in UTF-8."
    >
      <Table caption="Fields of a capture">
        <thead>
          <tr>
            <Th>Field</Th>
            <Th>What stands in it</Th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, about }) => (
            <tr key={name}>
              <RowTh>
                <code className="font-mono">{name}</code>
              </RowTh>
              <Td>{about}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {TEMPLATES.map(({ format, title, detail, fileName, type, content }) => (
        <div key={format} className="mt-6">
          <div className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
            <div className="min-w-0">
              <h3 className="font-semibold">{title}</h3>
              <p className="text-ink-faint text-sm">{detail}</p>
            </div>
            <a
              href={`data:${type};charset=utf-8,${encodeURIComponent(content)}`}
              download={fileName}
              className={buttonLook("quiet", "small")}
            >
              <Download size={15} aria-hidden="true" />
              {title} template
            </a>
          </div>
          <pre
            className="max-h-56 overflow-auto rounded-lg border border-line bg-sunken p-3 font-mono text-xs leading-6"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
          >
            {content}
          </pre>
        </div>
      ))}
    </Card>
  );
}
