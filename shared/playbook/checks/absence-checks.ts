import { presentOn } from '../../domain/handover/routing/present.ts';
import { isWorkday } from '../../domain/handover/working-hours.ts';
import { plusDays } from '../../domain/time.ts';
import type { Finding } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';

/** Longer absences are checked for this many days. */
const MAX_DAYS = 366;

/** Reports the first working day of each absence on which the whole team is away. */
export function absenceFindings({ sales, agreement }: PlaybookContent): Finding[] {
  return Object.entries(sales.team).flatMap(([person, { away }]) =>
    away.flatMap(({ from, to }, index) => {
      const days = Array.from({ length: MAX_DAYS }, (_, ahead) => plusDays(from, ahead));
      const empty = days.find(
        (day) => day <= to && isWorkday(day, agreement) && presentOn(day, sales).length === 0,
      );
      if (empty === undefined) return [];
      const path = ['team', person, 'away', index];
      const problem = {
        nl: `het hele team is weg op ${empty}`,
        en: `the whole team is away on ${empty}`,
      };
      const remedy = {
        nl: 'laat iemand blijven, of zet de dag onder holidays in agreement.yaml',
        en: 'let somebody stay, or add the day to holidays in agreement.yaml',
      };
      return [{ path, problem, remedy }];
    }),
  );
}
