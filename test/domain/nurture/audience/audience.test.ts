import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DirectoryRow, rowOf } from '../../../../shared/domain/identity/directory/row.ts';
import { type Lead, STAGES } from '../../../../shared/domain/identity/lead.ts';
import {
  type AudienceFacts,
  conditionsWhenSent,
  dependsOnPages,
  isInAudience,
  isKnownToLists,
  mayBeInAudience,
} from '../../../../shared/domain/nurture/audience/audience.ts';
import { type Audience, audienceSchema } from '../../../../shared/domain/nurture/audience/audience-rules.ts';
import { bandOf } from '../../../../shared/domain/scoring/score.ts';
import { dayOf } from '../../../../shared/domain/time.ts';
import { lead, pageView } from '../../builders.ts';
import { rules as scoring } from '../../scoring/rules.ts';
import { profile, START } from '../builders.ts';

const withPoints = (score: number) => ({
  ...{ points: { daily: { [dayOf(START)]: score }, window: {} }, score },
  band: bandOf(score, scoring),
});
const facts = (more: Partial<Lead> = {}, rest: Partial<AudienceFacts> = {}): AudienceFacts => ({
  lead: lead({ stage: 'lead', mail: 'granted', ...withPoints(25), ...more }),
  profile: profile(),
  scoring,
  now: START,
  ...rest,
});
const isIn = (audience: Audience, more: Partial<Lead> = {}, rest: Partial<AudienceFacts> = {}) =>
  isInAudience(audience, facts(more, rest));
const answers = (values: Record<string, string>, forms: Record<string, string> = {}) => ({
  profile: profile({
    forms,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { value, at: START, source: 'form demo' }]),
    ) as never,
  }),
});

describe('an audience', () => {
  it('is everybody with marketing when it asks nothing, and no customer', () => {
    expect(STAGES.filter((stage) => isIn({}, { stage }))).toEqual(['name', 'lead']);
    expect(STAGES.filter((stage) => isIn({ stage: ['customer', 'lead'] }, { stage }))).toEqual([
      ...['lead', 'customer'],
    ]);
    expect(audienceSchema.safeParse({ stage: ['mql'] }).success).toBe(false);
  });

  it('asks for band, score and fit as they are now', () => {
    expect(isIn({ bands: ['guides'] })).toBe(true);
    expect(isIn({ bands: ['newsletter', 'ads'] })).toBe(false);
    expect(isIn({ scoreFrom: 25, scoreBelow: 26 })).toBe(true);
    expect(isIn({ scoreFrom: 26 })).toBe(false);
    expect(isIn({ scoreBelow: 25 })).toBe(false);
    expect(isIn({ bands: ['guides'] }, {}, { now: '2027-11-03T10:00:00.000Z' })).toBe(false);
    expect(isIn({ fit: ['good'] })).toBe(false);
    expect(isIn({ fit: ['good', 'unknown'] })).toBe(true);
  });

  it('asks for another permission', () => {
    expect(isIn({ subject: ['product'] }, { subjects: { product: 'granted' } })).toBe(true);
    expect(isIn({ subject: ['product'] }, { subjects: { product: 'pending' } })).toBe(false);
    expect(isIn({ subject: ['product', 'tips'] }, { subjects: { tips: 'granted' } })).toBe(true);
    expect(isIn({ subject: ['product'] })).toBe(true);
  });

  it('asks what is known, and which forms were ever sent in', () => {
    expect(isIn({ knows: ['company'] }, {}, answers({ company: 'Acme' }))).toBe(true);
    expect(isIn({ knows: ['company', 'phone'] }, {}, answers({ company: 'Acme' }))).toBe(false);
    expect(isIn({ doesNotKnow: ['phone'] }, {}, answers({ phone: '' }))).toBe(true);
    expect(isIn({ doesNotKnow: ['phone'] }, {}, answers({ phone: '1' }))).toBe(false);
    const sent = answers({}, { demo: '2020-01-01T00:00:00.000Z' });
    expect(isIn({ requested: ['demo', 'contact'] }, {}, sent)).toBe(true);
    expect(isIn({ requested: ['contact'] }, {}, sent)).toBe(false);
    expect(isIn({ notRequested: ['demo'] }, {}, sent)).toBe(false);
    expect(isIn({ notRequested: ['contact'] }, {}, { profile: undefined })).toBe(true);
  });

  it('asks which pages they saw, and not which a bot saw', () => {
    const history = [pageView('/pricing')];
    expect(isIn({ visited: ['/pricing', '/demo'] }, {}, { history })).toBe(true);
    expect(isIn({ visited: ['/demo'] }, {}, { history })).toBe(false);
    expect(isIn({ notVisited: ['/pricing'] }, {}, { history })).toBe(false);
    expect(isIn({ notVisited: ['/demo'] })).toBe(true);
    const bot = { history: [pageView('/pricing', { bot: 'user-agent' })] };
    expect(isIn({ visited: ['/pricing'] }, {}, bot)).toBe(false);
  });

  it('asks what they came with', () => {
    const origin = { form: 'demo', campaign: 'spring', at: START };
    expect(isIn({ form: ['demo'], campaign: ['spring', 'fall'] }, { origin })).toBe(true);
    expect(isIn({ form: ['whitepaper'] }, { origin })).toBe(false);
    expect(isIn({ campaign: ['fall'] }, { origin })).toBe(false);
    expect(isIn({ form: ['demo'] })).toBe(false);
  });

  it('says what lists do not know, and what is asked again when it is sent', () => {
    expect(isKnownToLists({ bands: ['ads'], form: ['demo'] })).toBe(true);
    expect(isKnownToLists({ knows: ['phone'] })).toBe(false);
    expect([dependsOnPages({ visited: ['/a'] }), dependsOnPages({ requested: ['a'] })]).toEqual([
      true,
      false,
    ]);
    expect(isKnownToLists({ notVisited: ['/a'] })).toBe(false);
    expect(
      conditionsWhenSent({ bands: ['ads'], knows: ['phone'], requested: ['demo'], stage: ['lead'] }),
    ).toEqual({
      ...{ bands: ['ads'], knows: ['phone'] },
    });
  });

  it('never has a lead that the lists would have left out', () => {
    const some = <T>(...values: T[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
    const audiences = fc.record({
      bands: some('newsletter', 'guides', 'ads', 'call'),
      fit: some('good', 'bad', 'unknown'),
      stage: some('name', 'lead', 'customer', 'lost'),
      scoreFrom: fc.option(fc.nat(100), { nil: undefined }),
      scoreBelow: fc.option(fc.integer({ min: 1, max: 101 }), { nil: undefined }),
      subject: some('tips', 'product'),
      form: some('demo', 'whitepaper'),
      campaign: some('spring'),
    }) as fc.Arbitrary<Audience>;
    const leads = fc.record({
      score: fc.nat(100),
      stage: fc.constantFrom(...STAGES),
      fit: fc.constantFrom('good' as const, 'bad' as const, 'unknown' as const),
      form: fc.constantFrom('demo', 'contact', undefined),
      campaign: fc.constantFrom('spring', undefined),
      subjects: fc.constantFrom(undefined, { tips: 'granted' as const }, { product: 'pending' as const }),
    });
    fc.assert(
      fc.property(audiences, leads, (audience, { score, form, campaign, subjects, ...more }) => {
        const origin = { at: START, ...(form && { form }), ...(campaign && { campaign }) };
        const given = facts({ ...more, ...withPoints(score), origin, ...(subjects && { subjects }) });
        const row = rowOf(given.lead) as DirectoryRow;
        expect(mayBeInAudience(audience, row)).toBe(isInAudience(audience, given));
      }),
    );
  });
});
