import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopsOf } from '../../../../shared/web/console/playbook/sequences/stops.ts';

const told = (steps: object[]) => stopsOf(steps, 'en').map(({ mail, when, gap }) => `${mail} ${when} ${gap}`);

describe('the line of days', () => {
  it('has mails in the order of their moments, those around the event behind those after the start', () => {
    const steps = [
      { mail: 'thanks', event: { after: '2h' } },
      { mail: 'moved', event: 'moved' },
      { mail: 'reminder', event: { before: '1d' } },
      { mail: 'third', after: '40d' },
      { mail: 'answer', after: '0d' },
      { mail: 'second', after: '7d' },
    ];
    expect(told(steps)).toEqual([
      'answer at once none',
      'second after 7 days week',
      'third after 40 days longer',
      'reminder 1 day before it begins none',
      'thanks 2 hours after its end day',
      'moved When it is moved none',
    ]);
    expect(stopsOf(steps, 'nl').map(({ when }) => when)).toContain('1 dag voordat het begint');
  });

  it('leaves out what cannot be read, and never fails', () => {
    expect(
      told([
        { mail: 'a', after: 'soon' },
        { mail: 'b', after: '20m' },
      ]),
    ).toEqual(['b after 20 minutes none']);
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (steps) => {
        expect(stopsOf(steps, 'nl').length).toBeLessThanOrEqual(steps.length);
      }),
    );
  });
});
