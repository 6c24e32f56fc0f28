import type { Child } from 'hono/jsx';

/** A page's title and description, for the browser tab, search engines and the page's own heading. */
export interface Head {
  title: string;
  description: string;
}

export interface Guide extends Head {
  slug: string;
  /** How long it takes to read. */
  minutes: number;
  body: Child;
}
