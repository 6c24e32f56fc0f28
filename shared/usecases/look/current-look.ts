import { type AboutLook, type Look, lookOf, plainLook } from '../../web/look/look.ts';

/** A source of playbooks, and how the last one read says that the company looks. */
export interface Looked<Source> {
  source: Source;
  look: () => Look;
}

/**
 * Remembers the look of each playbook that a source reads, so that pages have it without reading anything more. Until one
 * was read, the look is plain.
 */
export function withLook<Content extends AboutLook, Arguments extends unknown[]>(
  read: (...which: Arguments) => Promise<Content>,
  websiteUrl: string,
): Looked<(...which: Arguments) => Promise<Content>> {
  let seen: { content: Content; look: Look } | undefined;
  let plain: Look | undefined;
  return {
    source: async (...which) => {
      const content = await read(...which);
      if (seen?.content !== content) seen = { content, look: lookOf(content, websiteUrl) };
      return content;
    },
    look: () => {
      if (seen !== undefined) return seen.look;
      plain ??= plainLook(websiteUrl);
      return plain;
    },
  };
}
