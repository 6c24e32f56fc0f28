import { describe, expect, it } from 'vitest';
import { isFoundBy, readSearch } from '../../../../shared/domain/identity/search/search-text.ts';

const person = (name: string, company = '', email = 'p.b@acme.nl') => {
  const [firstName = '', ...rest] = name.split(' ');
  const said = { firstName, lastName: rest.join(' '), company };
  const values = Object.entries(said).map(([field, value]) => [field, { value, at: '', source: '' }]);
  return { email, values: Object.fromEntries(values) };
};

function finds(text: string, who: ReturnType<typeof person>): boolean {
  const search = readSearch(text);
  return search !== undefined && isFoundBy(search, who);
}

describe('a person is found', () => {
  it.each([
    ['jose', 'José Silva'],
    ['JOSÉ', 'Jose Silva'],
    ['muller', 'Piet Müller'],
    ['mueller', 'Piet Müller'],
    ['müll', 'Piet Muller'],
    ['sorensen', 'Ida Sørensen'],
    ['soerensen', 'Ida Sørensen'],
    ['berg', 'Jan van den Berg'],
    ['van d', 'Jan van den Berg'],
    ['van den berg', 'Jan van den Berg'],
    ['jan ber', 'Jan van den Berg'],
    ['ber jan', 'Jan van den Berg'],
    ["o'br", "Sean O'Brien"],
    ['obrien', 'Sean O’Brien'],
    ['brien', "Sean O'Brien"],
    ['anne-m', 'Anne-Marie Vos'],
    ['marie', 'Anne-Marie Vos'],
  ])('by %s when it is called %s', (text, name) => expect(finds(text, person(name))).toBe(true));

  it.each([
    ['de jong', 'Bakkerij De Jong'],
    ['bakk', 'Bakkerij De Jong'],
    ['jan jong', 'Bakkerij De Jong'],
    ['jong bv', 'De Jong B.V.'],
    ['jong b.v.', 'De Jong BV'],
  ])('by %s when its company is %s', (text, company) =>
    expect(finds(text, person('Jan Vos', company))).toBe(true),
  );

  it.each(['anna@exa', 'ANNA@EXAMPLE.NL', 'anna@example.nl', 'ann', '@exam', 'example.nl', 'jan anna@'])(
    'by %s when its address is anna@example.nl',
    (text) => expect(finds(text, person('Jan Vos', '', 'anna@example.nl'))).toBe(true),
  );
});

describe('a person is not found', () => {
  it.each(['jan bos', 'vos anna', 'an', 'os', 'jan@', 'piet anna@example.nl', '@anna', 'j', ' ', '@', '-'])(
    'by %s when it is Jan Vos, anna@example.nl',
    (text) => expect(finds(text, person('Jan Vos', '', 'anna@example.nl'))).toBe(false),
  );
});
