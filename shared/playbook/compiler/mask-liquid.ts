/** A text with placeholders for its Liquid, so that Markdown and MJML leave it alone. */
export interface Masked {
  text: string;
  /** Replaces the placeholders by the Liquid, or by something else. */
  unmask(text: string, replacement?: (liquid: string) => string): string;
}

export const LIQUID = /\{\{.*?\}\}|\{%.*?%\}/gs;
const PLACEHOLDER = /xliquid(?:tag)?(\d+)x/g;

/** Masks the Liquid of texts, each piece with its own placeholder. */
export function masker(): (source: string) => Masked {
  const pieces: string[] = [];
  const unmask: Masked['unmask'] = (text, replacement = (liquid) => liquid) =>
    text.replace(PLACEHOLDER, (_, number) => replacement(pieces[Number(number)] ?? ''));
  const placeholderFor = (liquid: string) =>
    `xliquid${liquid.startsWith('{%') ? 'tag' : ''}${pieces.push(liquid) - 1}x`;
  return (source) => ({ text: source.replace(LIQUID, placeholderFor), unmask });
}

/** Whether a masked text has only tags, such as the start of a condition. */
export function isOnlyTags(text: string): boolean {
  return /^(?:\s*xliquidtag\d+x)+\s*$/.test(text);
}
