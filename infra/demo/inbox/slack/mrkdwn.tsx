/** Bold, italic and links of Slack's mrkdwn; what stands between is plain text. */
const MARKS = /\*([^*\n]+)\*|(?<![\w])_([^_\n]+)_(?![\w])|<(https?:[^|>\s]+)(?:\|([^>]+))?>/g;

/** A text in Slack's own markup, as Slack shows it. */
export function Mrkdwn({ text }: { text: string }) {
  if (text.startsWith('>'))
    return (
      <blockquote>
        <Mrkdwn text={text.replace(/^>/gm, '')} />
      </blockquote>
    );
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, bold, italic, url, name] = match;
    parts.push(plain(text.slice(end, match.index)));
    if (bold !== undefined) parts.push(<strong>{plain(bold)}</strong>);
    else if (italic !== undefined) parts.push(<em>{plain(italic)}</em>);
    else parts.push(<a href={url}>{plain(name ?? url ?? '')}</a>);
    end = match.index + whole.length;
  }
  return <p class="mrkdwn">{[...parts, plain(text.slice(end))]}</p>;
}

/** Slack's three escapes taken back. */
function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
