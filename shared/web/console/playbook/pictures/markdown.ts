/** A picture in the text of a mail. What would end its description there, or begin a variable, is left out. */
export function pictureMarkdown(path: string, description: string): string {
  const plain = description
    .replace(/[[\]{}\\<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `![${plain}](${path})`;
}
