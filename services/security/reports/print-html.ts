/** A document for people and printers: one file, nothing fetched from elsewhere. */
export function printHtml(
  title: string,
  lines: readonly string[],
  parts: readonly { title: string; lines: readonly { label: string; value: string }[] }[],
): string {
  const rows = (part: (typeof parts)[number]) =>
    part.lines
      .map(
        ({ label, value }) =>
          `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
      )
      .join('\n');
  const sections = parts
    .map((part) => `<h2>${escapeHtml(part.title)}</h2>\n<table>\n${rows(part)}\n</table>`)
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
body { font-family: serif; max-width: 46rem; margin: 3rem auto; line-height: 1.8; }
h1 { text-align: center; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
th { width: 40%; font-weight: normal; }
</style>
<h1>${escapeHtml(title)}</h1>
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
${sections}
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
