import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';

/** A page's title and description, for the browser tab, search engines and the page's own heading. */
export interface Head {
  title: string;
  description: string;
}

export interface Article extends Head {
  body: Child;
}

export interface Guide extends Article {
  slug: string;
  /** How long it takes to read. */
  minutes: number;
}

/** Reads an article, such as `en/cookies`: Markdown below a front matter with its title and description. */
export function readArticle(path: string): Article {
  const text = readFileSync(join(import.meta.dirname, `${path}.md`), 'utf8');
  const [, head = '', body = ''] = text.split(/^---$/m);
  return { ...parse(head), body: raw(new MarkdownIt().render(body)) };
}

/** Reads the guides of a language, in the order in which they are best read. */
export function readGuides(language: string): Guide[] {
  const slugs = ['fit', 'readiness', 'scoring', 'handover', 'nurture', 'permission'];
  return slugs.map((slug) => ({ slug, ...readArticle(`${language}/guides/${slug}`) }) as Guide);
}
