import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { PromptDto } from "@/server/panels/contract";
import { INTENT_LABELS } from "./prompt-limits";
import { marksInWords } from "./prompt-marks";

/** The prompts of a version, to read. */
export function PromptTable({ caption, prompts }: { caption: string; prompts: readonly PromptDto[] }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th align="end">
            <span className="sr-only">Number</span>
          </Th>
          <Th>Prompt</Th>
          <Th>Intent</Th>
          <Th>Tags</Th>
        </tr>
      </thead>
      <tbody>
        {prompts.map(({ hash, text, intent, tags, ...marks }, index) => (
          <tr key={hash}>
            <Td align="end">
              <span className="text-ink-faint">{index + 1}</span>
            </Td>
            <Td>
              <span dir="auto" className="wrap-anywhere block min-w-48 whitespace-pre-line">
                {text}
              </span>
              {marksInWords(marks).length > 0 && (
                <span className="block text-ink-faint text-sm">{marksInWords(marks).join(" · ")}</span>
              )}
            </Td>
            <Td>{INTENT_LABELS[intent].label}</Td>
            <Td>
              <span className="flex flex-wrap gap-1">
                {tags.map((tag) => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
