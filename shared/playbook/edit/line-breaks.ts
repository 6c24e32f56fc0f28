/** A text as a browser sends it, whose line breaks are those of Windows, with the ones that the file has. */
export function withBreaksOf(file: string, sent: string): string {
  const text = sent.replaceAll('\r\n', '\n');
  if (text === file.replaceAll('\r\n', '\n')) return file;
  return file.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}
