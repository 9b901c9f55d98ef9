/** Largest file taken in, the same as the server's limit. */
export const largestFile = 20 * 1024 * 1024;

const titles: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/*': '图片',
  'video/mp4': 'MP4',
  'application/ofd': 'OFD',
};

/** Kinds of file in words: PDF、JPG、PNG. */
export function acceptWords(accept: readonly string[]): string {
  return accept.map((type) => titles[type] ?? type.replace(/^\./, '').toUpperCase()).join('、');
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${Number((kilobytes / 1024).toFixed(1))} MB`;
}

function fits(file: { name: string; type: string }, entry: string): boolean {
  if (entry.startsWith('.')) return file.name.toLowerCase().endsWith(entry.toLowerCase());
  if (entry.endsWith('/*')) return file.type.startsWith(entry.slice(0, -1));
  return file.type === entry;
}

/** Why a file cannot be taken, in words, or undefined when it can. */
export function refusalOf(
  file: { name: string; type: string; size: number },
  accept: readonly string[],
): string | undefined {
  if (accept.length > 0 && !accept.some((entry) => fits(file, entry))) {
    return `“${file.name}”不是 ${acceptWords(accept)} 文件，请换一个格式`;
  }
  if (file.size === 0) return `“${file.name}”是空的，请重新选择`;
  if (file.size > largestFile) {
    return `“${file.name}”有 ${sizeWords(file.size)}，超过每个 ${sizeWords(largestFile)} 的限制`;
  }
  return undefined;
}
