import { describe, expect, it } from 'vitest';
import { toLine } from '../../../shared/playbook/mistake.ts';
import { playbookFolder } from '../folder.ts';

const { change, load, mistakesAfter } = playbookFolder();
const START = '{ visited: [/guides/scoring] }';

describe('what starts a sequence', () => {
  it.each([
    ['{ event: Trial Started, with: { plan: [pro, 5, true] } }'],
    ['{ band: ads }'],
    ['{ clicked: { to: [/guides/*], in: [tip-3, not-now-1] } }'],
    ['{ answered: { field: employees, from: 50, to: 200, form: whitepaper } }'],
    ['{ answered: { field: company, oneOf: [Acme] } }'],
  ])('can be %s', (start) => {
    change('sequences.yaml', START, start);
    expect(load()).toMatchObject({ ok: true, warnings: [] });
  });

  it.each([
    ['{ band: newsletter }', /start\.band: "newsletter" is not right; it can be guides, ads or call$/],
    [
      '{ clicked: { to: [pricing] } }',
      /start\.clicked\.to\[0\]: "pricing" is not a page; a path starts with/,
    ],
    [
      '{ clicked: { to: [/pricing], in: [tip-33] } }',
      /start\.clicked\.in\[0\]: there is no mail "tip-33" in the folder mails; did you mean "tip-3"\?/,
    ],
    ['{ answered: { field: sectr, oneOf: [a] } }', /start\.answered\.field: there is no field "sectr"/],
    [
      '{ answered: { field: sector, oneOf: [a], form: whitpaper } }',
      /start\.answered\.form: there is no form "whitpaper" in forms\.yaml; did you mean "whitepaper"\?/,
    ],
    ['{ answered: { field: employees } }', /start\.answered: it does not say which answers; write oneOf/],
    [
      '{ answered: { field: employees, oneOf: [9], from: 1 } }',
      /start\.answered\.oneOf\[0\]: put quotes|"?9"? is not right/i,
    ],
    [
      '{ answered: { field: employees, oneOf: [a], from: 1 } }',
      /start\.answered\.oneOf: an answer cannot be one of these and a number in a range/,
    ],
    [
      '{ answered: { field: employees, from: 9, to: 8 } }',
      /start\.answered\.to: no number is at least 9 and at most 8; make it 9 or more/,
    ],
    [
      '{ answered: { field: company, from: 9 } }',
      /start\.answered\.field: answers to "company" are no numbers; write oneOf/,
    ],
    [
      '{ clicked: { to: [/*] } }\n  again: { after: 90d }',
      /start\.clicked\.to\[0\]: its own mail "guide-scoring" links to this page, which starts it again/,
    ],
  ])('cannot be %s', (start, expected) => {
    expect(mistakesAfter('sequences.yaml', START, start)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['{ event: Webinar Registerd }', /start\.event: "Webinar Registerd" looks like "Webinar Registered" in/],
    ['{ band: call }', /start\.band: whoever reaches this band is handed over to sales/],
    ['{ clicked: { to: [/whitepapr] } }', /"\/whitepapr" of your website, .* did you mean "\/whitepaper"\?/],
    ['{ clicked: { to: [/whitepaper], in: [tip-1] } }', /none of these mails has a link to "\/whitepaper"/],
    ['{ answered: { field: sector, oneOf: [Zorg] } }', /start\.answered\.field: no form asks for "sector"/],
    [
      '{ answered: { field: sector, oneOf: [Zorg], form: contact } }',
      /start\.answered\.field: the form "contact" does not ask for "sector"; add it/,
    ],
  ])('may not be meant as %s', (start, expected) => {
    change('sequences.yaml', START, start);
    const loaded = load();
    const warnings = loaded.ok ? loaded.warnings.map(toLine) : [];
    expect(warnings).toEqual([expect.stringMatching(expected)]);
  });

  it('asks for no mail, unless it is a form', () => {
    change('sequences.yaml', 'after: 20m }', 'after: 20m, kind: requested }');
    expect(mistakesAfter('sequences.yaml', START, '{ band: ads }')).toEqual([
      expect.stringMatching(/nobody requests a mail by reaching a band; leave kind out/),
    ]);
  });
});
