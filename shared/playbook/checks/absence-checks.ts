import { presentOn } from '../../domain/handover/routing/present.ts';
import { isWorkday } from '../../domain/handover/working-hours.ts';
import { plusDays } from '../../domain/time.ts';
import type { Finding } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';

/** The longest absence that is looked into, in days. */
const LONGEST = 366;

/** The first working day of each absence on which the whole team is away. */
export function absenceFindings({ sales, agreement }: PlaybookContent): Finding[] {
  return Object.entries(sales.team).flatMap(([person, { away }]) =>
    away.flatMap(({ from, to }, index) => {
      const days = Array.from({ length: LONGEST }, (_, ahead) => plusDays(from, ahead));
      const empty = days.find(
        (day) => day <= to && isWorkday(day, agreement) && presentOn(day, sales).length === 0,
      );
      if (empty === undefined) return [];
      return [
        {
          path: ['team', person, 'away', index],
          problem: `nobody of the team is there on ${empty}`,
          remedy: 'let somebody stay, or write the day under holidays in agreement.yaml',
        },
      ];
    }),
  );
}
