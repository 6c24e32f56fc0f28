import { describe, expect, it } from 'vitest';
import { newEntry } from '../../../../shared/playbook/edit/new/new-entries.ts';
import { withPosted } from '../../../../shared/playbook/edit/posted-settings.ts';
import { partFields } from '../../../../shared/web/console/playbook/part-forms.tsx';
import { fieldsIn } from './form-fields.ts';

const names = {
  fields: [],
  questions: [],
  forms: [],
  mails: [],
  subjects: [],
  people: ['anna'],
  sequences: [],
  pictures: [],
  events: [],
};
const outlook = { today: '2026-12-20', readers: {}, due: {} };
const page = { name: 'Page', on: 'page', points: 3 };
const scoring = {
  windowDays: 90,
  cap: 100,
  bands: { newsletter: 0, guides: 20, ads: 60, call: 80 },
  scores: { crm: { name: 'CRM', threshold: 40, to: ['anna'] } },
  rules: [{ ...page, for: ['crm'] }],
};

function shown(value: object) {
  const form = { language: 'en' as const, value, mistakes: [], names, titles: {}, shown: new Set<string>() };
  const html = String(partFields('scoring', form, { entry: undefined, outlook } as never));
  return { html, fields: fieldsIn(html) };
}

describe('the form of the points', () => {
  it('has the scores beside the total, and for which of them a rule counts', () => {
    const { html, fields } = shown(scoring);
    expect(html).toContain('As sales reads it');
    expect(html).not.toContain('more-in-text');
    expect(withPosted(scoring, fields)).toEqual(scoring);
    const changed = fields.map(
      ([name, text]) => [name, name.endsWith('/threshold') ? '50' : text] as [string, string],
    );
    expect(withPosted(scoring, changed)).toMatchObject({ scores: { crm: { threshold: 50, to: ['anna'] } } });
  });

  it('asks no rule for scores when there are none', () => {
    const { scores: _, ...plain } = scoring;
    expect(shown({ ...plain, rules: [page] }).html).not.toContain('counts also for the scores');
  });

  it('adds a score under the name that somebody typed', () => {
    const around = { name: 'chat', value: scoring, today: '2026-12-20', forms: [], mails: [] };
    const change = { what: 'score', path: ['scores'] } as unknown as Parameters<typeof newEntry>[1];
    expect(newEntry('scoring', change, around)).toEqual({
      name: 'chat',
      value: { name: 'chat', threshold: 40 },
    });
    expect(newEntry('scoring', change, { ...around, name: '' })).toBeUndefined();
  });
});
