import { describe, expect, it } from 'vitest';
import type { SequenceStartRule } from '../../../../shared/domain/nurture/sequence-start.ts';
import { startText } from '../../../../shared/web/console/sequences/start-text.ts';

const localised = (text: string) => ({ nl: `${text} nl`, en: text });
const named = {
  forms: { demo: { title: localised('See a demo') } },
  fields: { sector: { label: localised('Sector') } },
} as never;

describe('what starts a sequence', () => {
  it.each<[SequenceStartRule, string]>([
    [{ form: 'demo' }, 'Starts with the form “See a demo”.'],
    [{ form: 'gone' }, 'Starts with the form “gone”.'],
    [{ visited: ['/a', '/b', '/c'] }, 'Starts with a visit to /a, /b or /c.'],
    [
      { visited: ['/a'], withoutForm: 'demo' },
      'Starts with a visit to /a, by people who never sent in the form',
    ],
    [
      { returned: ['not-ready', 'other'] },
      'Starts when sales returns the lead as not ready yet or something else.',
    ],
    [{ imported: 'confirm' }, 'Starts when another system asks to have a permission confirmed.'],
    [{ event: 'Trial Started' }, 'Starts with the event “Trial Started”.'],
    [
      { event: 'Trial Started', with: { plan: ['pro', 5], paid: true } },
      'Starts with the event “Trial Started”, if plan is pro or 5 and paid is true.',
    ],
    [{ band: 'guides' }, 'Starts when the score rises to the band guides, or past it.'],
    [{ clicked: { to: ['/a'] } }, 'Starts with a click in a mail on a link to /a.'],
    [{ clicked: { to: ['/a'], in: ['tip-1'] } }, 'Starts with a click on a link to /a in tip-1.'],
    [
      { answered: { field: 'sector', oneOf: ['Zorg', 'IT'], form: 'demo' } },
      'Starts when the form “See a demo” is answered: “Sector” is Zorg or IT.',
    ],
    [{ answered: { field: 'n', from: 1, to: 9 } }, 'Starts when a form is answered: “n” is 1 to 9.'],
    [{ answered: { field: 'n', from: 1 } }, '“n” is 1 or more.'],
    [{ answered: { field: 'n', to: 9 } }, '“n” is 9 or less.'],
  ])('is said of %j', (start, text) => {
    expect(startText(start, 'en', named)).toContain(text);
  });

  it('is said in Dutch too', () => {
    const answered = { field: 'sector', oneOf: ['Zorg', 'IT'] };
    expect(startText({ answered }, 'nl', named)).toBe(
      'Begint met een antwoord in een formulier: “Sector nl” is Zorg of IT.',
    );
  });
});
