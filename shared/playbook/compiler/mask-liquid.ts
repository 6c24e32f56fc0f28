/** A text in which words stand for its Liquid, so that Markdown and MJML leave it alone. */
export interface Masked {
  text: string;
  /** Puts the Liquid back in a text, or something else in its place. */
  unmask(text: string, replacement?: (liquid: string) => string): string;
}

const LIQUID = /\{\{.*?\}\}|\{%.*?%\}/gs;
const MASK = /xliquid(?:tag)?(\d+)x/g;

/** Hides the Liquid of texts, each under another word. */
export function masker(): (source: string) => Masked {
  const pieces: string[] = [];
  const unmask: Masked['unmask'] = (text, replacement = (liquid) => liquid) =>
    text.replace(MASK, (_, number) => replacement(pieces[Number(number)] ?? ''));
  const wordFor = (liquid: string) =>
    `xliquid${liquid.startsWith('{%') ? 'tag' : ''}${pieces.push(liquid) - 1}x`;
  return (source) => ({ text: source.replace(LIQUID, wordFor), unmask });
}

/** Whether a text is nothing but tags, such as the beginning of a condition. */
export function isOnlyTags(text: string): boolean {
  return /^(?:\s*xliquidtag\d+x)+\s*$/.test(text);
}
