import { describe, expect, it } from 'vitest';
import type { Company } from '../../../shared/domain/look/company.ts';
import { compileMail } from '../../../shared/playbook/compiler/compile-mail.ts';
import type { MailSource } from '../../../shared/playbook/mail-files/mail-source.ts';
import { mailingRules as mailing } from '../../domain/nurture/mail/mailing-rules.ts';

const company: Company = {
  ...{ name: 'Acme & Co', legalName: 'Acme "Best" B.V.', address: 'Kade 1, Utrecht' },
  links: { home: { nl: '/nl', en: '/en' }, privacy: { nl: '/nl/p?a&b', en: 'https://acme.example/p' } },
};

const mail = (body: string): MailSource => ({
  ...({ file: 'hi.en.md', name: 'hi', locale: 'en' } as const),
  head: { subject: 'Hi <you>', preheader: 'Read & see', reason: 'you asked for it.' },
  body,
});

const compiled = (body: string, more: Partial<MailSource> = {}) =>
  compileMail({ ...mail(body), ...more }, { company, mailing });

describe('a compiled mail', () => {
  it('keeps the Liquid as written, in text and in links', async () => {
    const { html, text } = await compiled(
      'Hi {{ firstName | default: "there" }}, see [this]({{ website }}/a?b=1&c=2).',
    );
    expect(html).toContain(
      'Hi {{ firstName | default: "there" }}, see <a href="{{ website }}/a?b=1&amp;c=2"',
    );
    expect(text).toContain('Hi {{ firstName | default: "there" }}, see this ({{ website }}/a?b=1&c=2).');
  });

  it('makes a link alone in a paragraph a button', async () => {
    const { html, text } = await compiled('[Read it]({{ website }}/a)');
    expect(html).toMatch(/class="button"[\s\S]*bgcolor[\s\S]*<a\s+href="{{ website }}\/a"/);
    expect(text).toContain('Read it\n{{ website }}/a\n');
  });

  it('keeps table rows whole inside a condition without empty lines around it', async () => {
    const { html } = await compiled(
      'One\n{% if confirmUrl %}\nTwo\n\n[Yes]({{ confirmUrl }})\n{% endif %}\nThree',
    );
    const inside = /{% if confirmUrl %}([\s\S]*){% endif %}/.exec(html)?.[1] ?? '';
    expect(inside.match(/<tr/g)?.length).toBe(inside.match(/<\/tr>/g)?.length);
    expect(inside).toContain('Two');
    expect(inside).not.toContain('Three');
  });

  it('keeps the text alternative of pictures', async () => {
    const { html } = await compiled('![A "dog"](https://example.com/dog.png)');
    expect(html).toContain('alt="A &quot;dog&quot;"');
  });

  it('shows HTML as text', async () => {
    const { html } = await compiled('<script>alert(1)</script>');
    expect(html).not.toContain('<script');
  });

  it('has the preheader, the reason, the sender and the links to unsubscribe', async () => {
    const { html, text } = await compiled('Hello');
    expect(html).toContain('Read &amp; see');
    expect(html).toContain('Why you get this mail: you asked for it.');
    expect(html).toContain('Acme &quot;Best&quot; B.V., Kade 1, Utrecht');
    expect(html).toMatch(/<a href="{{ unsubscribeUrl }}"[^>]*>Unsubscribe<\/a>/);
    expect(html).toMatch(/<a href="{{ preferencesUrl }}"[^>]*>Choose what you get<\/a>/);
    expect(text).toMatch(
      /Hello\n\n-- \nWhy you get this mail: you asked for it\.\nUnsubscribe: {{ unsubscribeUrl }}/,
    );
    expect(text).toContain('Acme "Best" B.V., Kade 1, Utrecht');
  });

  it('leads home from the name at the top, and to the pages of the company at the foot', async () => {
    const { html, text } = await compiled('Hallo', { locale: 'nl' });
    expect(html).toMatch(/<a href="{{ website }}\/nl"[^>]*>Acme &amp; Co<\/a>/);
    expect(html).toMatch(/<a data-foot href="{{ website }}\/nl\/p\?a&amp;b"[^>]*>Privacy<\/a>/);
    expect(text).toContain('Privacy: {{ website }}/nl/p?a&b\n');
    expect((await compiled('Hi')).text).toContain('Privacy: https://acme.example/p\n');
  });

  it('has the colours of the company, also in dark mode', async () => {
    const colours = { light: { brand: '#702082' }, dark: { brand: '#e0b0ff' } };
    const { html } = await compileMail(mail('[Read](https://acme.example/)'), {
      company: { ...company, colours },
      mailing,
    });
    expect(html).toMatch(/bgcolor="#702082"/);
    expect(html).toContain('.button a { background: #e0b0ff !important; }');
  });

  it('has its footer in the language of the mail', async () => {
    const { html } = await compiled('Hallo', { locale: 'nl' });
    expect(html).toContain('<html lang="nl"');
    expect(html).toContain('Afmelden');
  });

  it('has colours for dark mode', async () => {
    const { html } = await compiled('Hello');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).toContain('[data-ogsc] .text');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
  });

  it('loads nothing from other servers', async () => {
    const { html } = await compiled('Hello');
    expect(html).not.toMatch(/<link|@import|src="/);
  });

  it('is readable as plain text', async () => {
    const { text } = await compiled(
      '# Title\n\nHi\n\n1. One\n2. Two\n   - Deep\n\n> Said\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n---\n\nSo\\\nlong',
    );
    expect(text.split('\n-- \n')[0]).toBe(
      'Title\n-----\nHi\n\n1. One\n2. Two\n  - Deep\n\n> Said\n\nA | B\n1 | 2\n\n-----\n\nSo\nlong\n',
    );
  });
});
