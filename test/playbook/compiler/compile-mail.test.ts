import { describe, expect, it } from 'vitest';
import { compileMail } from '../../../shared/playbook/compiler/compile-mail.ts';
import type { MailSource } from '../../../shared/playbook/mail-files/mail-source.ts';

const sender = { name: 'Acme & Co', company: 'Acme "Best" B.V.', address: 'Kade 1, Utrecht' };

const compiled = (body: string, more: Partial<MailSource> = {}) =>
  compileMail(
    {
      file: 'hi.en.md',
      name: 'hi',
      locale: 'en',
      head: { subject: 'Hi <you>', preheader: 'Read & see', reason: 'you asked for it.' },
      body,
      ...more,
    },
    sender,
  );

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
