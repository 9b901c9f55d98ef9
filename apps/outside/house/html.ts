/** A small page of its own: no script, nothing fetched from elsewhere. `body` must already be safe. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { font: 17px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1b2430; background: #f3f5f8; }
main { max-width: 34rem; margin: 2rem auto; padding: 1.5rem 2rem 2rem; background: #fff; border-radius: 12px; box-shadow: 0 1px 4px #0002; }
h1 { font-size: 1.35rem; margin: 0 0 .25rem; }
.note { color: #5a6675; font-size: .9rem; margin: 0 0 1rem; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; padding: .45rem 0; border-bottom: 1px solid #e3e8ef; font-weight: 400; vertical-align: top; }
td:last-child, th:last-child { text-align: right; font-variant-numeric: tabular-nums; }
.sum td { font-weight: 600; border-bottom: 0; font-size: 1.1rem; }
label { display: block; margin: .75rem 0 .25rem; }
input, select { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem .7rem; border: 1px solid #8793a3; border-radius: 8px; }
button { font: inherit; margin-top: 1.25rem; width: 100%; padding: .7rem; border: 0; border-radius: 8px; background: #0b57d0; color: #fff; cursor: pointer; }
button:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid #f5b400; outline-offset: 2px; }
.done { color: #0a6b3b; font-weight: 600; } .fault { color: #b3261e; font-weight: 600; }
</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Fen as people write money. */
export function yuan(fen: number): string {
  const [whole = '0', cents = '00'] = (fen / 100).toFixed(2).split('.');
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}
