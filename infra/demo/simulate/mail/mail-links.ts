/** A mail as `/_local/mails` returns it. */
export interface TwinMail {
  id: string;
  to: string[];
  html: string;
  text: string;
  headers: Record<string, string | string[]>;
  tags?: Record<string, string>;
  at: string;
}

/** The links of a mail. */
export interface MailLinks {
  pixel: string | undefined;
  /** Links that count clicks and that a person sees, in the order of the mail. */
  tracked: string[];
  /** Every link, as a link scanner finds it. */
  all: string[];
  confirm: string | undefined;
  unsubscribe: string | undefined;
}

/** Finds the links of a mail. */
export function linksOf({ html, headers }: Pick<TwinMail, 'html' | 'headers'>): MailLinks {
  const all = [...new Set(matches(html, /href="(https?:[^"]+)"/g))];
  const hidden = new Set(matches(html, /href="(https?:[^"]+)"[^>]* aria-hidden=/g));
  const [pixel] = matches(html, /src="(https?:[^"]+\/o\/[^"]+\.gif)"/g);
  const [unsubscribe] = matches(String(headers['list-unsubscribe'] ?? ''), /<(https?:[^>]+)>/g);
  return {
    pixel,
    tracked: all.filter((link) => !hidden.has(link) && /\/c\/[^/]+\/\d+$/.test(link)),
    all,
    confirm: all.find((link) => link.includes('/confirm/')),
    unsubscribe,
  };
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found.replaceAll('&amp;', '&'));
}
