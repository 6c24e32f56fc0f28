import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentOn } from '../../../../shared/domain/handover/routing/present.ts';
import { pickByTurn, type RouteFacts, routeOf } from '../../../../shared/domain/handover/routing/route.ts';
import { type SalesRules, salesSchema } from '../../../../shared/domain/handover/routing/sales-rules.ts';

const TODAY = '2026-11-24';
const gone = { from: '2026-11-23', to: '2026-11-24' };
const team = { anna: { name: 'Anna' }, bram: { name: 'Bram' }, carla: { name: 'Carla' } };
const rules = (more: object = {}): SalesRules => salesSchema.parse({ team, ...more });
const facts = (more: Partial<RouteFacts> = {}): RouteFacts => ({
  ...{ domain: 'example.nl', values: {}, forms: [], paths: [], day: TODAY },
  ...more,
});
const when = (condition: object) => rules({ routing: [{ when: condition, to: ['bram'] }] });

describe('a lead goes', () => {
  it('to the whole team by round robin when nothing else decides', () => {
    expect(routeOf(facts(), rules())).toEqual({ people: ['anna', 'bram', 'carla'], via: 'turn' });
  });

  it.each<[string, object, Partial<RouteFacts>, string]>([
    [
      'a postcode',
      { postcode: ['1000-1999', '3000-3999'] },
      { values: { postcode: '3511 AB' } },
      'postcode 3000-3999',
    ],
    ['a country', { country: ['BE', 'NL'] }, { values: { country: 'the Netherlands' } }, 'country NL'],
    ['a size', { employees: { from: 250 } }, { values: { employees: '1.200' } }, 'employees 250-'],
    ['sizes', { employees: { from: 20, to: 249 } }, { values: { employees: '51-200' } }, 'employees 20-249'],
    ['a small size', { employees: { to: 9 } }, { values: { employees: '<10' } }, 'employees -9'],
    ['a form', { form: ['demo'] }, { forms: ['whitepaper', 'demo'] }, 'form demo'],
    ['a page', { page: ['/guides/*'] }, { paths: ['/', '/guides/scoring'] }, 'page /guides/*'],
    ['a page elsewhere', { page: ['/pricing'] }, { paths: ['/#/nl/Pricing'] }, 'page /pricing'],
    ['an answer', { field: { jobTitle: ['CEO'] } }, { values: { jobTitle: ' ceo ' } }, 'field jobTitle'],
    [
      'all that a rule names',
      { country: ['NL'], form: ['demo'] },
      { values: { country: 'NL' }, forms: ['demo'] },
      'country NL, form demo',
    ],
  ])('to the people of the routing rule for %s', (_, condition, known, via) => {
    expect(routeOf(facts(known), when(condition))).toEqual({ people: ['bram'], via });
    expect(routeOf(facts(), when(condition))?.via).toBe('turn');
  });

  it('by a rule about answers only if each of them is one of its words', () => {
    const rule = when({ field: { jobTitle: ['CEO', 'CTO'], sector: ['IT'] } });
    const via = (values: Record<string, string>) => routeOf(facts({ values }), rule)?.via;
    expect(via({ jobTitle: 'CTO', sector: 'it' })).toBe('field jobTitle+sector');
    expect(via({ jobTitle: 'CTO', sector: 'Zorg' })).toBe('turn');
    expect(via({ jobTitle: 'CTO' })).toBe('turn');
  });

  it('for the conditions that fit in 60 characters', () => {
    const via = (name: string, path: string) =>
      routeOf(facts({ forms: [name], paths: [path] }), when({ form: [name], page: [path] }))?.via;
    const [name, path] = ['f'.repeat(28), `/${'p'.repeat(19)}`];
    expect(via(name, path)).toBe(`form ${name}, page ${path}`);
    expect(via(name, `${path}p`)).toBe(`form ${name}`);
  });

  it('to nobody from the first to the last day that they are away', () => {
    const away = rules({ team: { anna: { name: 'Anna', away: [gone] } } });
    const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'];
    expect(days.filter((day) => presentOn(day, away).includes('anna'))).toEqual(['2026-11-22', '2026-11-25']);
  });

  it('to each in turn, from the first on', () => {
    expect([1, 2, 3].map((turn) => pickByTurn(['anna', 'bram'], turn))).toEqual(['anna', 'bram', 'anna']);
  });

  it.each(['13511', '4000 AA', '', 'none'])('past a rule for other postcodes: %s', (postcode) => {
    expect(routeOf(facts({ values: { postcode } }), when({ postcode: ['3000-3999'] }))?.via).toBe('turn');
  });

  it.each(['19', '250', '500+', '<10', '51,200', 'many'])('past a rule for other sizes: %s', (employees) => {
    const size = when({ employees: { from: 20, to: 249 } });
    expect(routeOf(facts({ values: { employees } }), size)?.via).toBe('turn');
  });

  it('to the owner of its account first, then its previous owner, then the owner of its company', () => {
    const own = rules({
      accounts: { 'example.nl': 'carla' },
      routing: [{ when: { form: ['demo'] }, to: ['bram'] }],
    });
    const known = { forms: ['demo'], before: 'anna', companyOwner: 'bram' };
    expect(routeOf(facts(known), own)).toEqual({ people: ['carla'], via: 'account' });
    expect(routeOf(facts({ ...known, domain: 'other.nl' }), own)).toEqual({ people: ['anna'], via: 'again' });
    const { before: _, ...colleague } = { ...known, domain: 'other.nl' };
    expect(routeOf(facts(colleague), own)).toEqual({ people: ['bram'], via: 'company' });
  });

  it('to somebody else while its owner is away or has left', () => {
    const away = rules({ team: { ...team, anna: { name: 'Anna', away: [gone] } } });
    expect(routeOf(facts({ companyOwner: 'anna' }), away)).toEqual({
      people: ['bram', 'carla'],
      via: 'turn',
    });
    expect(routeOf(facts({ companyOwner: 'anna', day: '2026-11-25' }), away)?.people).toEqual(['anna']);
    expect(routeOf(facts({ companyOwner: 'kees' }), away)?.people).toEqual(['bram', 'carla']);
  });

  it('to nobody when there is no team', () => {
    expect(routeOf(facts({ before: 'anna' }), rules({ team: {} }))).toBeUndefined();
  });
});

const people = ['anna', 'bram', 'carla', 'dirk'];
const somebody = fc.constantFrom(...people, 'kees');
const anyRules = fc
  .record({
    away: fc.subarray(people),
    of: fc.subarray(people, { minLength: 1 }),
    account: fc.option(somebody),
    rule: fc.subarray(people, { minLength: 1 }),
  })
  .map(({ away, of, account, rule }) =>
    salesSchema.parse({
      team: Object.fromEntries(of.map((key) => [key, { name: key, away: away.includes(key) ? [gone] : [] }])),
      accounts: account ? { 'example.nl': account } : {},
      routing: [{ when: { form: ['demo'] }, to: rule }],
    }),
  );
const anyFacts = fc
  .record({
    before: fc.option(somebody, { nil: undefined }),
    companyOwner: fc.option(somebody, { nil: undefined }),
    forms: fc.subarray(['demo', 'whitepaper']),
  })
  .map(({ forms, ...known }) => facts({ forms, ...(JSON.parse(JSON.stringify(known)) as object) }));

describe('whatever the team and the lead', () => {
  it('it goes to a member of the team, who is present if anybody is', () => {
    fc.assert(
      fc.property(anyRules, anyFacts, (given, known) => {
        const present = presentOn(TODAY, given);
        const there = present.length > 0 ? present : Object.keys(given.team);
        const route = routeOf(known, given);
        expect(route?.people.length).toBeGreaterThan(0);
        expect(there).toEqual(expect.arrayContaining(route?.people ?? []));
      }),
    );
  });

  it('round robin gives everybody the same number, give or take one', () => {
    fc.assert(
      fc.property(fc.subarray(people, { minLength: 1 }), fc.integer({ min: 1, max: 60 }), (of, leads) => {
        const given = Array.from({ length: leads }, (_, index) => pickByTurn(of, index + 1));
        const counts = of.map((person) => given.filter((one) => one === person).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
