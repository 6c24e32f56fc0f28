import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../shared/domain/language.ts';
import { editYaml, readYaml } from '../../../../shared/playbook/edit/edit-yaml.ts';
import { withPosted } from '../../../../shared/playbook/edit/posted-settings.ts';
import { workOnPart } from '../../../../shared/playbook/edit/work-on-part.ts';
import { shown } from './shown-form.ts';

const text = `# The webinar in March.
webinar:
  title: { nl: Webinar, en: Webinar }
  start: { form: webinar }
  event: scoring-webinar # in events.yaml
  steps:
    - { id: answer, mail: tip-1, after: 0d, kind: requested, calendar: true }
    - { id: reminder, mail: tip-2, event: { before: 1d } } # the day before
    - { id: missed, mail: tip-1, event: { after: 2h }, when: { attended: false } }

trial:
  title: { nl: Proef, en: Trial }
  start: { event: Trial Started, with: { plan: [pro, team], seats: 5, code: "7" } }
  steps:
    - { id: first, mail: tip-1, after: 7d }
`;
const known = { today: '2026-12-20', forms: [], mails: [] };

/** The text after its form was sent in with some fields typed, by a button. */
function sentIn(entry: string, typed: Record<string, string>, does = 'save') {
  const { fields } = shown('sequences', readYaml(text)?.value, { entry });
  // Of two fields with one name, such as a number and its unit, the first is typed in.
  const sent = fields.map(([name, was], at) => {
    const isFirst = fields.findIndex(([one]) => one === name) === at;
    return [name, isFirst ? (typed[name] ?? was) : was] as const;
  });
  const more = Object.entries(typed).filter(([name]) => !fields.some(([one]) => one === name));
  return workOnPart('sequences', text, { fields: [...sent, ...more], does }, known).text;
}

describe('a sequence about a webinar', () => {
  it('sends a mail before it, after it, or with a file for calendars', () => {
    expect(sentIn('webinar', {})).toBe(text);
    const typed = { 'delay:/webinar/steps/1/event/before': '2' };
    expect(sentIn('webinar', typed)).toBe(text.replace('before: 1d', 'before: 2d'));
    const ticked = { 'flag-:/webinar/steps/1/calendar': 'on' };
    expect(sentIn('webinar', ticked)).toBe(
      text.replace('{ before: 1d } }', '{ before: 1d }, calendar: true }'),
    );
  });

  it('lets a step have another moment by a button, and nothing else changes', () => {
    expect(sentIn('webinar', {}, 'set /webinar/steps/1 moment-cancelled')).toBe(
      text.replace('event: { before: 1d }', 'event: cancelled'),
    );
    expect(sentIn('webinar', {}, 'set /webinar/steps/0 moment-before')).toBe(
      text.replace(
        'after: 0d, kind: requested, calendar: true',
        'kind: requested, calendar: true, event: { before: 1d }',
      ),
    );
    const { html } = shown(
      'sequences',
      readYaml(sentIn('webinar', {}, 'set /webinar/steps/1 moment-moved'))?.value,
    );
    expect(html).toContain('<strong>When it is moved</strong>');
    expect(html).toContain('value="set /webinar/steps/1 moment-start"');
  });

  it('says who gets a mail by whether they came', () => {
    const { html } = shown('sequences', readYaml(text)?.value);
    expect(html).toContain('Only if they were not there');
    const typed = { 'truth:/webinar/steps/2/when/attended': 'true' };
    expect(sentIn('webinar', typed)).toBe(text.replace('attended: false', 'attended: true'));
    const registered = { 'truth:/webinar/steps/2/when/registered': 'false' };
    expect(sentIn('webinar', registered)).toContain('attended: false, registered: false }');
    expect(sentIn('webinar', { 'truth:/webinar/steps/2/when/attended': '' })).toBe(
      text.replace(', when: { attended: false }', ''),
    );
  });

  it('says on the line of days who gets only some of its mails, and what comes with them', () => {
    const lineOf = (value: unknown, language: Language = 'en') => {
      const line = /<ol class="day-line".*?<\/ol>/s.exec(shown('sequences', value, { language }).html)?.[0];
      return [...(line ?? '').matchAll(/<li.*?<\/li>/gs)].map(([stop]) =>
        stop.split(/<[^>]+>/).filter((one) => one.trim() !== ''),
      );
    };
    const value = readYaml(text)?.value;
    expect(lineOf(value)).toEqual([
      ['at once', 'Start at the end', 'With a file for their calendar'],
      ['1 day before it begins', 'tip-2'],
      ['2 hours after its end', 'Start at the end', 'Only if they were not there'],
    ]);
    expect(lineOf(value, 'nl')[2]).toEqual([
      '2 uur na afloop',
      'Start at the end',
      'Alleen als iemand er niet bij was',
    ]);
  });

  it('says beside its mails that it is paused', () => {
    const heading = (value: unknown) => /<h2>The mails.*?<\/h2>/s.exec(shown('sequences', value).html)?.[0];
    expect(heading(readYaml(text)?.value)).not.toContain('Paused');
    const paused = sentIn('webinar', { 'flag-:/webinar/paused': 'on' });
    expect(heading(readYaml(paused)?.value)).toContain('<span class="tag late">Paused</span>');
  });

  it('is about another one, or none', () => {
    expect(sentIn('webinar', { 'text:/webinar/event': '' })).not.toContain('event: scoring-webinar');
    const { html } = shown('sequences', readYaml(text)?.value, { entry: 'trial', language: 'nl' });
    expect(html).toContain('Gaat over de webinar of het seminar');
    expect(html).not.toContain('moment-before');
  });
});

describe('a sequence that starts with an event', () => {
  it('asks for properties, whose numbers stay numbers and texts texts', () => {
    expect(sentIn('trial', {})).toBe(text);
    const typed = { 'values:/trial/start/with/seats': '5\r\n10', 'values:/trial/start/with/code': '7\r\n8' };
    const value = readYaml(sentIn('trial', typed))?.value;
    expect(value).toMatchObject({ trial: { start: { with: { seats: [5, 10], code: ['7', 8] } } } });
    expect(readYaml(sentIn('trial', { 'values:/trial/start/with/plan': ' team ' }))?.value).toMatchObject({
      trial: { start: { with: { plan: ['team'], seats: 5 } } },
    });
  });

  it('gets another property under its name, and loses one', () => {
    const added = sentIn('trial', { 'new:/trial/start/with': 'country' }, 'add /trial/start/with property');
    expect(readYaml(added)?.value).toMatchObject({ trial: { start: { with: { seats: 5, country: '' } } } });
    const removed = sentIn('trial', {}, 'remove /trial/start/with/plan');
    expect(removed).toBe(text.replace('plan: [pro, team], ', ''));
  });
});

describe('an answer of the ideal customer', () => {
  const value = { criteria: [{ field: 'sector', good: { oneOf: ['Care'] }, bad: { from: 3 } }] };

  it('may be good by words and bad by a number', () => {
    const { fields, html } = shown('fit', value);
    expect(html).toContain('name="list:/criteria/0/good/oneOf"');
    expect(html).toContain('name="number:/criteria/0/bad/from"');
    expect(withPosted(value, fields)).toEqual(value);
  });

  it('becomes none of the same words by a button', () => {
    const before = editYaml('', value);
    const sent = { fields: [], does: 'set /criteria/0/good noneOf' };
    expect(readYaml(workOnPart('fit', before, sent, known).text)?.value).toEqual({
      criteria: [{ field: 'sector', good: { noneOf: ['Care'] }, bad: { from: 3 } }],
    });
  });
});

describe('a rule of who gets which lead', () => {
  it('asks for the answers to a field that is chosen', () => {
    const before = 'routing:\n  - when: { country: [NL] }\n    to: [anna]\n';
    const sent = {
      fields: [['new:/routing/0/when/field', 'company'] as const],
      does: 'add /routing/0/when/field answer',
    };
    const value = readYaml(workOnPart('sales', before, sent, known).text)?.value;
    expect(value).toEqual({ routing: [{ when: { country: ['NL'], field: { company: [] } }, to: ['anna'] }] });
    const { fields, html } = shown('sales', value);
    expect(html).not.toContain('<option value="company">company</option></select>');
    const typed = fields.map(
      ([name, was]) => [name, name.endsWith('/company') ? 'Acme, Initech' : was] as const,
    );
    expect(withPosted(value, typed)).toMatchObject({
      routing: [{ when: { field: { company: ['Acme', 'Initech'] } } }],
    });
  });
});
