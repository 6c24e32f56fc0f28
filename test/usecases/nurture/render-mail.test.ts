import { describe, expect, it } from 'vitest';
import type { MailTemplate } from '../../../shared/domain/nurture/mail/template.ts';
import { renderMail } from '../../../shared/usecases/nurture/render-mail.ts';

const variables = {
  publicUrl: 'https://leads.acme.example',
  website: 'https://www.acme.example',
  unsubscribeUrl: 'https://leads.acme.example/unsubscribe/m1',
  preferencesUrl: 'https://leads.acme.example/preferences/m1',
};
const tracking = { api: 'https://leads.acme.example', mail: 'm1' };

const template = (parts: Partial<MailTemplate> = {}): MailTemplate => ({
  subject: 'Hi {{ firstName | default: "there" }}',
  preheader: 'Read this',
  html: '<body>Hi {{ firstName | default: "there" }}</body>',
  text: 'Hi {{ firstName | default: "there" }}',
  ...parts,
});

describe('a rendered mail', () => {
  it('has the name of the recipient', () => {
    const mail = renderMail(template(), { ...variables, firstName: 'Noor' });
    expect(mail).toEqual({ subject: 'Hi Noor', html: '<body>Hi Noor</body>', text: 'Hi Noor', links: [] });
  });

  it('has the fallback for an unknown name', () => {
    expect(renderMail(template(), variables).subject).toBe('Hi there');
  });

  it('leaves no gap in the plain text where a condition is not met', () => {
    const text = 'One\n\n{% if confirmUrl %}\n\nConfirm\n\n{% endif %}\n\nTwo';
    expect(renderMail(template({ text }), variables).text).toBe('One\n\nTwo');
  });
});

describe('an unsafe name', () => {
  const named = (firstName: string) => renderMail(template(), { ...variables, firstName });

  it.each([
    ['10 KB', 'x'.repeat(10_000)],
    ['a web address', 'Win at http://evil.example'],
    ['a web address without http', 'www.evil.example'],
    ['an e-mail address', 'me@evil.example'],
    ['nothing', ' \r\n '],
  ])('is left out: %s', (_, name) => {
    expect(named(name).subject).toBe('Hi there');
  });

  it.each([
    ['line breaks', 'Noor\r\nBcc: all@evil', 'Hi there'],
    ['a line break', 'Noor\r\nJansen', 'Hi Noor Jansen'],
    ['a turned direction', 'Noor\u202e\u2066', 'Hi Noor'],
    ['half a character', 'Noor\ud800', 'Hi Noor\ufffd'],
  ])('is on one line of the header: %s', (_, name, subject) => {
    expect(named(name).subject).toBe(subject);
  });

  it('keeps letters of every script', () => {
    expect(named('דוד').subject).toBe('Hi דוד');
  });

  it('is escaped in HTML and unchanged in plain text', () => {
    const mail = named(`<b>"O'Neil" & Co</b>`);
    expect(mail.html).toBe('<body>Hi &lt;b&gt;&#34;O&#39;Neil&#34; &amp; Co&lt;/b&gt;</body>');
    expect(mail.text).toBe(`Hi <b>"O'Neil" & Co</b>`);
  });
});

describe('the links of a mail', () => {
  const html =
    '<body><a href="{{ website }}/a?b=1&amp;c=2">A</a> <a href="https://other.example/">B</a> ' +
    '<a href="{{ website }}/a?b=1&amp;c=2">A again</a> <a href="mailto:hi@acme.example">M</a> ' +
    '<a href="{{ unsubscribeUrl }}">U</a> <a href="{{ preferencesUrl }}">P</a> <a href="{{ confirmUrl }}">C</a></body>';
  const all = { ...variables, confirmUrl: 'https://leads.acme.example/confirm/m1' };

  it('are numbered from 0, each target once', () => {
    expect(renderMail(template({ html }), all).links).toEqual([
      'https://www.acme.example/a?b=1&c=2',
      'https://other.example/',
    ]);
  });

  it('are unchanged without consent to tracking, and there is no pixel', () => {
    const mail = renderMail(template({ html }), all);
    expect(mail.html).toContain('<a href="https://www.acme.example/a?b=1&amp;c=2">A</a>');
    expect(mail.html).not.toContain('<img');
  });

  it('lead through the API with consent, except those about permission', () => {
    const { html: tracked } = renderMail(template({ html }), all, tracking);
    expect(tracked).toBe(
      '<body><a href="https://leads.acme.example/c/m1/0">A</a> <a href="https://leads.acme.example/c/m1/1">B</a> ' +
        '<a href="https://leads.acme.example/c/m1/0">A again</a> <a href="mailto:hi@acme.example">M</a> ' +
        '<a href="https://leads.acme.example/unsubscribe/m1">U</a> <a href="https://leads.acme.example/preferences/m1">P</a> ' +
        '<a href="https://leads.acme.example/confirm/m1">C</a>' +
        '<a href="https://leads.acme.example/c/m1/2" style="display:none;mso-hide:all" tabindex="-1" aria-hidden="true"></a>' +
        '<img src="https://leads.acme.example/o/m1.gif" width="1" height="1" alt=""></body>',
    );
  });

  it('have one more with consent, for link scanners: nobody sees, hears or reaches it, and it leads to the website', () => {
    const mail = renderMail(template({ html }), all, tracking);
    expect(mail.hidden).toBe(2);
    expect(mail.links[2]).toBe('https://www.acme.example/');
    expect(mail.text).not.toContain('/c/');
    expect(renderMail(template({ html }), all)).not.toHaveProperty('hidden');
  });

  it('cannot be added by a name', () => {
    const mail = renderMail(template(), { ...variables, firstName: '<a href="https:evil">' }, tracking);
    expect(mail.links).toEqual([]);
  });
});
