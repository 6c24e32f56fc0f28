import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../shared/domain/language.ts';
import { editYaml, readYaml } from '../../../../shared/playbook/edit/edit-yaml.ts';
import { withPosted } from '../../../../shared/playbook/edit/posted-settings.ts';
import { settingsIn } from '../../../../shared/playbook/edit/setting-path.ts';
import { workOnPart } from '../../../../shared/playbook/edit/work-on-part.ts';
import { notShown } from '../../../../shared/web/console/playbook/kit/part-form.ts';
import { hasForm } from '../../../../shared/web/console/playbook/part-names.ts';
import { entriesOf, parts, shown } from './shown-form.ts';

const shippedText = (part: string) =>
  readFileSync(join(import.meta.dirname, `../../../../shared/playbook/${part}.yaml`), 'utf8');
/** Of the webinars there is only an example, in the comment of the file that ships. */
const textOf = (part: string) => (part === 'events' ? exampleIn(shippedText(part)) : shippedText(part));
const exampleIn = (text: string) =>
  `${[...text.matchAll(/^# {3}((?:scoring-webinar:| {2}\S).*)$/gm)]
    .map(([, line]) => line)
    .slice(0, 6)
    .join('\n')}\n`;

type Group = Record<string, unknown>;

describe('the form of each part', () => {
  it.each(parts)('changes nothing in %s.yaml when it is sent in as it is shown', (part) => {
    const text = textOf(part);
    const value = readYaml(text)?.value;
    for (const language of languages) {
      for (const entry of entriesOf(part, value)) {
        const { fields } = shown(part, value, { language, ...(entry && { entry }) });
        expect(fields.length).toBeGreaterThan(5);
        expect(withPosted(value, fields)).toEqual(value);
        expect(editYaml(text, withPosted(value, fields))).toBe(text);
      }
    }
  });

  it.each(parts)('shows every setting that ships in %s.yaml, but what it says is more', (part) => {
    const value = readYaml(textOf(part))?.value;
    for (const entry of entriesOf(part, value)) {
      const { html, form } = shown(part, value, entry ? { entry } : {});
      const at = entry === undefined ? [] : [entry];
      expect(notShown(form, at)).toEqual([]);
      if (part !== 'mailing') expect(html).not.toContain('more-in-text');
    }
  });

  it.each(parts)('survives any value in %s.yaml, and changes nothing of it', (part) => {
    const value = readYaml(textOf(part))?.value;
    const places = settingsIn(value);
    fc.assert(
      fc.property(fc.nat(10_000), fc.jsonValue({ maxDepth: 1 }), (which, odd) => {
        const changed = structuredClone(value);
        const path = (places[which % places.length] as string).split(/[.[\]]+/).filter((one) => one !== '');
        const last = path.pop() as string;
        const group = path.reduce<Group>((inner, key) => inner[key] as Group, changed as Group);
        group[last] = odd;
        for (const entry of entriesOf(part, changed).slice(0, 2)) {
          const { fields } = shown(part, changed, entry ? { entry } : {});
          expect(withPosted(changed, fields)).toEqual(changed);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('says what the text sets besides, and keeps it', () => {
    const value = readYaml(textOf('scoring'))?.value as { rules: Record<string, unknown>[] };
    Object.assign(value.rules[1] as object, { oneDay: 3, until: { days: 4 } });
    const { html, fields } = shown('scoring', value);
    expect(html).toContain('The text sets more than this form shows, and it stays: oneDay, until.days.');
    expect(withPosted(value, fields)).toEqual(value);
  });

  it('shows a mistake at its field', () => {
    const mistake = {
      file: 'scoring.yaml',
      line: 1,
      column: 1,
      field: 'rules[0].points',
      problem: '"x" is not right',
      remedy: 'a number',
    };
    const { html } = shown('scoring', readYaml(textOf('scoring'))?.value, { mistakes: [mistake] });
    expect(html).toContain('&quot;x&quot; is not right; a number');
    expect(html).toMatch(/<input id="rules\[0\]\.points"[^>]*aria-invalid="true"/);
  });

  it('exists for parts only', () => {
    expect(hasForm('constructor')).toBe(false);
  });
});

describe('the points', () => {
  it('are changed by what is typed', () => {
    const text = textOf('scoring');
    const value = readYaml(text)?.value;
    const { fields } = shown('scoring', value);
    const typed = fields.map(([name, was]) => [name, name === 'number:/rules/0/points' ? '5' : was] as const);
    expect(editYaml(text, withPosted(value, typed))).toBe(text.replace('points: 3', 'points: 5'));
  });

  it('show the bands as a picture, if they make a scale', () => {
    const value = readYaml(textOf('scoring'))?.value as { bands: { ads: unknown } };
    expect(shown('scoring', value).html).toContain('Newsletter 0, Guides 20, Ads 60, Call 80');
    value.bands.ads = 10;
    expect(shown('scoring', value).html).not.toContain('<svg');
  });
});

describe('a sequence', () => {
  it('says in words who gets a step', () => {
    const value = readYaml(textOf('sequences'))?.value;
    const { html } = shown('sequences', value, { entry: 'whitepaper-reminder' });
    expect(html).toContain('Only if the form “From a website visit to a good conversation” was not sent in');
    expect(shown('sequences', value, { entry: 'not-now', language: 'nl' }).html).toContain('Aan iedereen');
  });

  it('stands on a line of days', () => {
    const { html } = shown('sequences', readYaml(textOf('sequences'))?.value, { entry: 'whitepaper-tips' });
    const line = /<ol class="day-line"[^>]*>(.*?)<\/ol>/s.exec(html)?.[1] ?? '';
    const stops = [...line.matchAll(/<li.*?<\/li>/gs)].map(([stop]) =>
      stop.replaceAll(/<[^>]+>/g, ' ').trim(),
    );
    expect(stops.slice(0, 2)).toEqual(['at once  Your guide', 'after 7 days  Start at the end']);
    expect(line).toContain('href="#whitepaper-tips.steps[1].mail"');
  });
});

describe('the newsletter', () => {
  it('says how many an issue reaches, and what else is due on that day', () => {
    const { html } = shown('newsletter', readYaml(textOf('newsletter'))?.value);
    expect(html).toContain('goes to 15 people if it were sent now. Besides, 3 mails of sequences are due.');
    expect(html).toContain('January 2027');
    expect(html).toContain('goes to about 800 people if it were sent now: between 760 and 830.');
    expect(html).toContain('goes to at most 4 people');
  });

  it('says which other issue goes out that day, and to how many', () => {
    const value = [
      { mail: 'tip-1', on: '2027-01-12', bands: ['ads'] },
      { mail: 'tip-2', on: '2027-01-12', bands: ['guides'], subject: 'tips' },
      { mail: 'tip-2', on: '2027-01-19', bands: ['guides'] },
    ];
    const { html } = shown('newsletter', value);
    expect(html).toContain('On the same day, “Start at the end”: goes to 15 people if it were sent now.');
    expect(html.match(/On the same day/g)).toHaveLength(2);
    expect(html.match(/id="issue-2027-01-12"/g)).toHaveLength(1);
  });

  it('tells those who cannot see the calendar what its numbers are, and when there are more', () => {
    const { html } = shown('newsletter', []);
    expect(html).toContain(
      '<span aria-hidden="true">3</span><span class="away">: 3 mails of sequences</span>',
    );
    expect(html).not.toContain('at least so many');
    const outlook = { today: '2026-12-20', readers: {}, reach: {}, due: { '2026-12-21': 1 }, isMore: true };
    expect(shown('newsletter', [], { outlook }).html).toContain('at least so many');
  });

  it('goes to an audience by conditions, in words', () => {
    const text = textOf('newsletter');
    const { fields, html: before } = shown('newsletter', readYaml(text)?.value);
    expect(before).toContain('To everybody in its bands');
    const typed = [
      ...fields.filter(([name]) => !/:\/0\/(at|audience\/(notRequested|scoreFrom))$/.test(name)),
      ['text:/0/at', '14:00'] as const,
      ['number:/0/audience/scoreFrom', '20'] as const,
      ['some:/0/audience/notRequested', 'contact'] as const,
      ['some:/0/audience/notRequested', 'demo'] as const,
    ];
    const after = editYaml(text, withPosted(readYaml(text)?.value, typed));
    const value = readYaml(after)?.value as unknown[];
    expect(value[0]).toMatchObject({
      at: '14:00',
      audience: { scoreFrom: 20, notRequested: ['contact', 'demo'] },
    });
    const { html, form } = shown('newsletter', value);
    expect(html).toContain(
      'To those in its bands, only: at least 20 points and never sent in contact or demo',
    );
    expect(html).toMatch(/type="time" value="14:00"/);
    expect(notShown(form)).toEqual([]);
  });

  it('keeps a time of day that is none', () => {
    const value = [{ mail: 'tip-1', on: '2027-01-12', at: 'noon' }];
    const { html, fields } = shown('newsletter', value);
    expect(html).toMatch(/name="text:\/0\/at"[^>]*type="text" value="noon"/);
    expect(withPosted(value, fields)).toEqual(value);
  });
});

describe('the colours of the company', () => {
  const value = { colours: { light: { brand: '#0B5F4C' } } };
  const of = (setting: string, texts: readonly string[]) =>
    texts.map((text) => [`colour:/colours/${setting}`, text] as const);

  it('show what follows from what is left out, and the contrast of both', () => {
    const { html, fields } = shown('company', value);
    const dark = fields.filter(([name]) => name === 'colour:/colours/dark/brand').map(([, text]) => text);
    expect(dark[0]).toBe('');
    expect(dark[1]).toMatch(/^#[0-9a-f]{6}$/);
    expect(dark[2]).toBe(dark[1]);
    expect(html).toMatch(/Text on a button:<\/span><span>7[.\d]* is enough/);
  });

  it('say which pair has too little', () => {
    const { html } = shown(
      'company',
      { colours: { light: { text: '#cccccc', page: '#fff' } } },
      { language: 'nl' },
    );
    expect(html).toContain('Tekst op pagina:</span><strong class="wrong">1,6 is te weinig');
  });

  it('are picked, typed or taken away', () => {
    const sent = (texts: readonly string[]) => withPosted(value, of('light/brand', texts));
    expect(sent(['#0B5F4C', '#0b5f4c', '#ff0000'])).toEqual({ colours: { light: { brand: '#ff0000' } } });
    expect(sent(['#00f', '#0b5f4c', '#0b5f4c'])).toEqual({ colours: { light: { brand: '#00f' } } });
    expect(sent(['', '#0b5f4c', '#0b5f4c'])).toEqual({});
    expect(sent(['#0B5F4C'])).toEqual(value);
  });

  it('stand in quotes in the text, so that they are no comments', () => {
    const text = textOf('company');
    const picked = of('dark/accent', ['', '#f2a93b', '#ffcc00']);
    const edited = editYaml(text, withPosted(readYaml(text)?.value, picked));
    expect(readYaml(edited)?.value).toMatchObject({
      colours: { dark: { brand: '#74d8b8', accent: '#ffcc00' } },
    });
    expect(edited).toContain('# The colours, in quotes');
  });
});

describe('the webinars', () => {
  it('are moved to another day and time', () => {
    const text = textOf('events');
    const value = readYaml(text)?.value;
    const { fields, html } = shown('events', value);
    expect(html).toMatch(/type="datetime-local"[^>]*value="2027-02-09T15:00"/);
    const typed = fields.map(
      ([name, was]) => [name, name === 'moment:/scoring-webinar/start' ? '2027-02-10T11:30' : was] as const,
    );
    expect(editYaml(text, withPosted(value, typed))).toBe(
      text.replace('2027-02-09 15:00', '2027-02-10 11:30'),
    );
  });

  it('begin with one a month from now, below what the file explains', () => {
    const text = shippedText('events');
    const sent = { fields: [['new:', 'spring'] as const], does: 'add  event' };
    const known = { today: '2026-12-20', forms: ['contact'], mails: [] };
    const after = workOnPart('events', text, sent, known).text;
    expect(after.startsWith(text.replace('{}\n', ''))).toBe(true);
    expect(after).toContain('spring:\n');
    expect(readYaml(after)?.value).toMatchObject({ spring: { start: '2027-01-17 15:00', form: '' } });
  });
});

describe('an A/B test', () => {
  const known = { today: '2026-12-20', forms: [], mails: ['tip-1', 'tip-2'] };
  const pressed = (part: string, text: string, does: string) =>
    workOnPart(part, text, { fields: [], does }, known).text;

  it('is begun on a step, says how many it needs, and is taken away', () => {
    const text = textOf('sequences');
    const test = '/whitepaper-tips/steps/1/test';
    const begun = pressed('sequences', text, `set ${test} test`);
    const value = readYaml(begun)?.value;
    expect(value).toMatchObject({
      'whitepaper-tips': {
        steps: [
          {},
          { test: { name: 'tip-1-2026-12-20', measure: 'opened', decide: { after: '30d' } } },
          {},
          {},
          {},
          {},
          {},
        ],
      },
    });
    const { html, form, fields } = shown('sequences', value, { entry: 'whitepaper-tips' });
    expect(html).toContain('such as 30% against 35%, it takes 1,083 people for each variant, 2,166 together');
    expect(notShown(form, ['whitepaper-tips'])).toEqual([]);
    const typed = fields.map(
      ([name, was]) => [name, name.endsWith('/test/variants/0/subject/en') ? 'Who first?' : was] as const,
    );
    expect(withPosted(value, typed)).toMatchObject({
      'whitepaper-tips': {
        steps: [
          {},
          { test: { variants: [{ name: 'other', subject: { en: 'Who first?' } }] } },
          {},
          {},
          {},
          {},
          {},
        ],
      },
    });
    expect(readYaml(pressed('sequences', begun, `remove ${test}`))?.value).toEqual(readYaml(text)?.value);
  });

  it('gets more variants under names of their own, and is decided at another moment', () => {
    let text = pressed('newsletter', textOf('newsletter'), 'set /0/test test');
    for (const what of ['variant-mail', 'variant-subject'])
      text = pressed('newsletter', text, `add /0/test/variants ${what}`);
    text = pressed('newsletter', text, 'set /0/test/decide decide-on');
    const value = readYaml(text)?.value;
    expect(value).toMatchObject([
      {
        test: {
          ...{ share: 0.2, decide: { on: '2027-01-19' } },
          variants: [{ name: 'other' }, { name: 'variant-2', mail: '' }, { name: 'variant-3' }],
        },
      },
      {},
      {},
    ]);
    const { html, fields, form } = shown('newsletter', value);
    expect(html).toContain('At most 3 take part, if it were sent now: too few');
    expect(notShown(form)).toEqual([]);
    expect(withPosted(value, fields)).toEqual(value);
  });

  it('says nothing of its needs while its settings cannot be read', () => {
    const value = [
      { mail: 'tip-1', on: '2027-01-12', test: { name: 'x', measure: 'read', certainty: 2, decide: 'soon' } },
    ];
    const { html, fields } = shown('newsletter', value);
    expect(html).not.toContain('usual difference');
    expect(withPosted(value, fields)).toEqual(value);
  });
});
