import { describe, expect, it } from 'vitest';
import { monthsOf } from '../../../../shared/web/console/playbook/newsletter/months.ts';

const months = (issues: string[], due: string[] = []) => monthsOf({ today: '2026-11-30', issues, due });

describe('the months of the calendar', () => {
  it('are this one and the next, when nothing is planned or all is over', () => {
    expect(months([])).toEqual(['2026-11', '2026-12']);
    expect(months(['2026-03-02'], ['2026-10-31'])).toEqual(['2026-11', '2026-12']);
  });

  it('have those in between in which nothing goes out', () => {
    expect(months(['2027-02-02'])).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });

  it('have those in which only mails of sequences are due', () => {
    expect(months(['2026-12-01'], ['2027-01-31'])).toEqual(['2026-11', '2026-12', '2027-01']);
  });

  it('have an issue that is far away, without the months before it', () => {
    expect(months(['2027-09-01', '2026-12-01'], ['2028-01-01'])).toEqual([
      ...['2026-11', '2026-12', '2027-01', '2027-02', '2027-09'],
    ]);
    const many = Array.from(
      { length: 24 },
      (_, at) => `20${27 + (at % 2)}-${String((at % 12) + 1).padStart(2, '0')}-09`,
    );
    expect(months(many)).toHaveLength(8);
  });
});
