import type { MailMessage } from "./contract";

/** The two bodies of a mail. `site` stands before the action's path; empty, the link is the path. */
export function writeMail(message: MailMessage, site: string): { text: string; html: string } {
  const { lines, action, footer } = message;
  const link = action && `${site}${action.path}`;
  const text = [
    ...lines,
    ...(action ? [`${action.label}:\n${link}`] : []),
    ...(footer ? [`--\n${footer}`] : []),
  ];
  return { text: `${text.join("\n\n")}\n`, html: htmlOf(message, link) };
}

function htmlOf({ subject, lines, action, footer }: MailMessage, link: string | undefined): string {
  const paragraphs = lines.map((line) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`);
  const button =
    action && link
      ? `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="background:#1d5c4d;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;font-weight:600">${escapeHtml(action.label)}</a></p>
<p style="margin:0 0 16px;color:#5b6160;font-size:13px">Or open this address: ${escapeHtml(link)}</p>`
      : "";
  const end = footer
    ? `<p style="margin:24px 0 0;color:#5b6160;font-size:13px">${escapeHtml(footer)}</p>`
    : "";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:32px 20px;background:#ffffff;color:#1c2221;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 24px;font-weight:600">CiteStreak</p>
${paragraphs.join("\n")}
${button}
${end}
</div></body></html>
`;
}

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
