/** What a browser would send of a form that nobody touched, without its buttons. */
export function fieldsIn(html: string): [name: string, text: string][] {
  const fields: [string, string][] = [];
  const tags = /<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs;
  for (const [, input, area, text = '', select, options = ''] of html.matchAll(tags)) {
    const attributes = attributesOf(input ?? area ?? select ?? '');
    const { name } = attributes;
    if (name === undefined) continue;
    if (area !== undefined) fields.push([name, withWindowsBreaks(unescaped(text).replace(/^\n/, ''))]);
    else if (select !== undefined) fields.push([name, chosenIn(options)]);
    else if (attributes.type === 'hidden') fields.push([name, withWindowsBreaks(attributes.value ?? '')]);
    else if (attributes.type !== 'checkbox' || 'checked' in attributes)
      fields.push([name, (attributes.value ?? '').replaceAll(/[\r\n]/g, '')]);
  }
  return fields;
}

function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, one = '']) => attributesOf(one));
  return (all.find((one) => 'selected' in one) ?? all[0])?.value ?? '';
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Browsers send the lines of a text as Windows does. */
function withWindowsBreaks(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
