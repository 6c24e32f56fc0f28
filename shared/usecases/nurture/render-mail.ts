import type { Template } from 'liquidjs';
import { headerLine, safePersonalText } from '../../domain/nurture/mail/safe-text.ts';
import type { MailTemplate } from '../../domain/nurture/mail/template.ts';
import { type MailVariables, PERSONAL_VARIABLES } from '../../domain/nurture/mail/variables.ts';
import { htmlLiquid, textLiquid } from '../../playbook/compiler/liquid.ts';

/** Where opens and clicks of this mail are recorded. */
export interface Tracking {
  /** The address of this system's API, without a slash at the end. */
  api: string;
  mail: string;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  /** The targets of the tracked links: link n leads to `links[n]`, counted from 0. Links about permission are not tracked. */
  links: string[];
  /** The last of them, in a mail with tracking, is one that no person sees. */
  hidden?: number;
}

/**
 * Renders a mail for one person. With `tracking`, HTML links lead through the API and the pixel is added; without it,
 * or in plain text, links stay as they are. Each template object is parsed once.
 */
export function renderMail(
  template: MailTemplate,
  variables: MailVariables,
  tracking?: Tracking,
): RenderedMail {
  const { subject, html, text } = parsed(template);
  const values: Record<string, string | undefined> = { ...variables };
  for (const name of PERSONAL_VARIABLES) values[name] = safePersonalText(variables[name]);
  const { html: whole, ...linked } = withLinks(htmlLiquid.renderSync(html, values), variables, tracking);
  return {
    subject: headerLine(textLiquid.renderSync(subject, values)),
    html: whole,
    text: textLiquid.renderSync(text, values).replace(/\n{3,}/g, '\n\n'),
    ...linked,
  };
}

type Parsed = Record<'subject' | 'html' | 'text', Template[]>;

const cache = new WeakMap<MailTemplate, Parsed>();

function parsed(template: MailTemplate): Parsed {
  const known = cache.get(template);
  if (known !== undefined) return known;
  const made = {
    subject: textLiquid.parse(template.subject),
    html: htmlLiquid.parse(template.html),
    text: textLiquid.parse(template.text),
  };
  cache.set(template, made);
  return made;
}

/** Numbers the links, without those of the company at the foot, which tell nothing of a lead. Values are escaped and hold no quotes, so every `href` is the mail's own. */
function withLinks(html: string, variables: MailVariables, tracking: Tracking | undefined) {
  const { confirmUrl, unsubscribeUrl, preferencesUrl } = variables;
  const aboutPermission = new Set([confirmUrl, unsubscribeUrl, preferencesUrl]);
  const links: string[] = [];
  const whole = html.replace(/(?<=\s)(?<!data-foot )href="(https?:[^"]*)"/g, (same, escaped: string) => {
    const url = unescaped(escaped);
    if (aboutPermission.has(url)) return same;
    const known = links.indexOf(url);
    const number = known === -1 ? links.push(url) - 1 : known;
    return tracking === undefined ? same : `href="${tracking.api}/c/${tracking.mail}/${number}"`;
  });
  if (tracking === undefined) return { html: whole, links };
  const pixel = `<img src="${tracking.api}/o/${tracking.mail}.gif" width="1" height="1" alt="">`;
  if (links.length === 0) return { html: whole.replace(/<\/body>/, `${pixel}</body>`), links };
  const hidden = links.push(`${variables.website}/`) - 1;
  const end = `${hiddenLink(`${tracking.api}/c/${tracking.mail}/${hidden}`)}${pixel}</body>`;
  return { html: whole.replace(/<\/body>/, end), links, hidden };
}

/**
 * A link for link scanners only. It has no text, so nothing shows and nothing is read out, also where a mail program drops
 * the style; the keyboard skips it. It goes where an honest link of the mail goes, so it hides nothing from a spam filter.
 */
function hiddenLink(url: string): string {
  return `<a href="${url}" style="display:none;mso-hide:all" tabindex="-1" aria-hidden="true"></a>`;
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

function unescaped(text: string): string {
  return text.replace(/&(?:amp|quot|#34|#39|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}
