import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import {
  contradictionsOf,
  type Profile,
  valuesOf,
  withCapture,
  withConfirmation,
  withLanding,
} from '../../../shared/domain/identity/profile.ts';
import { rankOf, soleAsker } from '../../../shared/domain/identity/trust.ts';
import {
  CONSOLE,
  type Import,
  type MailConsentChange,
  type PageView,
  type Submission,
} from '../../../shared/domain/tracking/event.ts';
import { LEAD, pageView, submission } from '../builders.ts';

type News = Submission | Import | MailConsentChange | PageView;

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T10:00:00.000Z`;
let count = 0;

/** A form of a browser, or of nobody in particular; `asks` ticked the box. */
const form = (browser: string | undefined, at: number, company: string, asks = false): Submission => {
  const { permission, ...sent } = submission('whitepaper', { at: day(at), values: { company } });
  return {
    ...sent,
    ...{ id: `form-${at}-${company}`, receivedAt: day(at) },
    ...(browser && { visitor: browser as VisitorId }),
    ...(asks && permission && { permission }),
  };
};
const crm = (at: number, company: string): Import => ({
  ...{ type: 'import', id: `import-${at}`, at: day(at), receivedAt: day(at) },
  ...{ source: 'crm', email: 'ann@example.nl', values: { company } },
});
/** What a colleague typed in the console; an empty company says that none is known. */
const said = (at: number, company: string, by = 'anna'): Import => ({
  ...crm(at, company),
  ...{ id: `said-${at}-${company}-${by}`, source: CONSOLE, by },
});
/** A click on the button of a mail. */
const click = (at: number, voice?: string): MailConsentChange => ({
  ...{ type: 'mail-consent', id: `click-${at}-${++count}`, at: day(at), receivedAt: day(at) },
  ...{ to: 'granted', how: 'confirmation', ...(voice && { voice }) },
});
/** A link in a mail led a browser to the website. */
const landing = (browser: string, at: number) =>
  pageView('/', { visitor: browser as VisitorId, receivedAt: day(at) });

function told(profile: Profile | undefined, news: News): Profile | undefined {
  if (news.type === 'form' || news.type === 'import') return withCapture(profile, LEAD, news);
  if (profile === undefined) return undefined;
  return news.type === 'page' ? withLanding(profile, news) : withConfirmation(profile, news);
}
const profileOf = (...news: News[]) => news.reduce<Profile | undefined>(told, undefined) as Profile;
const company = (...news: News[]) => valuesOf(profileOf(...news)).company;

describe('the value of a person', () => {
  const person = [form('ann', 1, 'Person', true), click(2, 'ann')];
  const browser = [form('bob', 3, 'Browser'), landing('bob', 4)];
  const ranked: [string, News[]][] = [
    ['a colleague', [said(1, 'Colleague')]],
    ['a form whose button in a mail was clicked', person],
    ['another system', [crm(5, 'CRM')]],
    ['a browser in which a link of a mail was opened', browser],
    ['a form that nobody confirmed', [form('mallory', 6, 'Form')]],
    ['a form without a browser', [form(undefined, 7, 'Nobody')]],
  ];

  it.each(ranked.slice(0, -1).map(([name, news], place) => [name, news, place] as const))(
    'is that of %s, whatever comes after it in the order of trust',
    (_, news, place) => {
      const own = company(...news);
      const lower = ranked.slice(place + 1).flatMap(([, others]) => others);
      expect(company(...news, ...lower)).toBe(own);
      expect(company(...lower, ...news)).toBe(own);
    },
  );

  it.each(ranked)('is filled in by %s where there is none', (_, news) => {
    expect(company(form('first', 1, ''), ...news)).toBeTruthy();
  });

  it('is the newest of the voice that may say it', () => {
    expect(company(form('ann', 1, 'Old'), form('ann', 9, 'New'))).toBe('New');
    expect(company(...person, crm(5, 'CRM'), form('ann', 9, 'Person 2'))).toBe('Person 2');
    expect(company(crm(5, 'Old'), crm(6, 'New'), ...browser)).toBe('New');
  });

  it('is the newest of all colleagues, who are one voice', () => {
    const both = [said(3, 'Bram', 'bram'), said(2, 'Anna', 'anna')];
    expect(company(...both, ...person)).toBe('Bram');
    expect(profileOf(...both, ...person).heard?.company?.map(({ value }) => value)).toEqual(['Person']);
  });

  it('is unknown when a colleague emptied it, and what others said stays as claims', () => {
    const emptied = profileOf(...person, crm(3, 'CRM'), said(4, ''), crm(5, 'CRM'));
    expect(valuesOf(emptied)).toEqual({});
    expect(contradictionsOf(emptied)).toMatchObject([
      { field: 'company', value: 'Person', rank: 'person' },
      { field: 'company', value: 'CRM', rank: 'crm' },
    ]);
    expect(company(said(4, ''), ...person, said(6, 'Colleague'))).toBe('Colleague');
  });

  it('is not that of another form of the same browser, where another system knows better', () => {
    const confirmed = [form('ann', 1, '', true), click(2, 'ann'), form('ann', 3, 'Later')];
    expect(company(...confirmed)).toBe('Later');
    expect(company(...confirmed, crm(4, 'CRM'))).toBe('CRM');
    expect(company(...confirmed, form('mallory', 1, 'Form'))).toBe('Later');
  });

  it('is the first of those that nobody confirmed: forms without a browser share no voice', () => {
    expect(company(form('ann', 1, 'First'), form('mallory', 2, 'Second'))).toBe('First');
    expect(company(form(undefined, 1, 'First'), form(undefined, 2, 'Second'))).toBe('First');
    expect(company(form(undefined, 1, 'First'), form('mallory', 2, 'Second'))).toBe('First');
  });

  it('is added to by strangers, until somebody says it who was there before', () => {
    const phone = (browser: string, at: number, phone: string) => ({
      ...form(browser, at, ''),
      values: { phone },
    });
    const added = [form('ann', 1, 'Own'), phone('bob', 2, '1'), phone('bob', 3, '2')];
    expect(valuesOf(profileOf(...added, phone('mallory', 4, '3'))).phone).toBe('2');
    expect(valuesOf(profileOf(...added, phone('ann', 5, '4'))).phone).toBe('4');
  });

  it('has the language of who is believed', () => {
    const dutch = (browser: string, at: number) => ({ ...form(browser, at, ''), locale: 'nl' as const });
    expect(profileOf(form('ann', 1, ''), dutch('mallory', 2)).locale).toBe('en');
    expect(profileOf(form('ann', 1, ''), dutch('ann', 2)).locale).toBe('nl');
  });

  it('keeps what contradicts it as claims', () => {
    const { heard } = profileOf(crm(5, '200'), form('mallory', 6, '2'), ...person);
    expect(heard?.company?.map(({ value }) => value)).toEqual(['200', '2']);
  });
});

describe('a click in a mail', () => {
  it('confirms a form only if no other voice asked since the last click', () => {
    expect(soleAsker(profileOf(form('ann', 1, 'A', true)))).toBe('ann');
    expect(soleAsker(profileOf(form('ann', 1, 'A', true), form('ann', 2, 'B', true)))).toBe('ann');
    expect(soleAsker(profileOf(form('ann', 1, 'A', true), form('mallory', 2, 'B')))).toBe('ann');
    expect(soleAsker(profileOf(form('ann', 1, 'A', true), form('mallory', 2, 'B', true)))).toBeUndefined();
    expect(soleAsker(profileOf(form('ann', 1, 'A', true), form(undefined, 2, 'B', true)))).toBeUndefined();
    const again = [form('mallory', 1, 'A', true), click(2), form('ann', 3, 'B', true)];
    expect(soleAsker(profileOf(...again))).toBe('ann');
  });

  it('confirms a form without a browser, that form alone', () => {
    const own = form(undefined, 1, 'Own', true);
    const voice = soleAsker(profileOf(own));
    expect(company(crm(5, 'CRM'), own, click(2, voice))).toBe('Own');
    expect(company(own, click(2, voice), form(undefined, 3, 'Evil'))).toBe('Own');
  });

  it('makes the claim of the one who asked win, however many strangers were first', () => {
    const strangers = Array.from({ length: 100 }, (_, n) => form(`stranger-${n}`, 1, `Evil ${n}`));
    const nobodies = Array.from({ length: 100 }, (_, n) => form(undefined, 1, `Nobody ${n}`));
    const own = form('ann', 2, 'Own', true);
    expect(company(...strangers, ...nobodies, own, ...strangers, click(3, 'ann'))).toBe('Own');
  });
});

describe('the values of a person', () => {
  const moment = fc.integer({ min: 1, max: 28 });
  const value = fc.constantFrom('', 'A', 'B', 'C');
  const browser = fc.constantFrom('ann', 'bob');
  const news = fc.oneof(
    fc.tuple(fc.option(browser, { nil: undefined }), moment, value, fc.boolean()).map((all) => form(...all)),
    fc.tuple(moment, value).map((all) => crm(...all)),
    fc.tuple(moment, value, fc.constantFrom('anna', 'bram')).map((all) => said(...all)),
    fc.tuple(moment, fc.option(browser, { nil: undefined })).map((all) => click(...all)),
    fc.tuple(browser, moment).map((all) => landing(...all)),
  );
  const first = form('ann', 1, '');

  it('do not depend on order or repetition, not even when a click comes late', () => {
    const histories = fc
      .array(news, { maxLength: 12 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
      );
    fc.assert(
      fc.property(histories, ([all, shuffled]) => {
        const { values, locale, voices } = profileOf(first, ...all);
        expect(profileOf(first, ...shuffled)).toMatchObject({ values, locale, voices });
      }),
    );
  });

  it('are those of a colleague wherever one said something, and nobody else changes them', () => {
    const other = news.filter((one) => !('by' in one));
    fc.assert(
      fc.property(fc.array(other, { maxLength: 12 }), value, moment, (others, typed, at) => {
        const { values } = profileOf(...others, said(at, typed), ...others);
        expect(values.company).toMatchObject({ value: typed, colleague: 'anna' });
      }),
    );
  });

  it('never depend on a form of a lower rank', () => {
    const stranger = fc.tuple(fc.constantFrom('mallory', 'eve', undefined), moment, value, fc.boolean());
    const both = fc.tuple(fc.array(news, { maxLength: 8 }), fc.array(stranger, { maxLength: 8 }));
    fc.assert(
      fc.property(both, ([all, strangers]) => {
        const own = profileOf(first, ...all);
        const mixed = profileOf(first, ...all, ...strangers.map((each) => form(...each)));
        for (const [field, claim] of Object.entries(own.values)) {
          if (rankOf(claim, own) !== 'form') expect(mixed.values[field]).toEqual(claim);
        }
      }),
    );
  });
});
