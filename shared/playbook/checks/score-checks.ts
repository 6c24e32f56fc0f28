import type { Scoring } from '../../domain/scoring/scoring.ts';
import type { Finding } from '../mistake.ts';
import { suggestion } from '../suggestion.ts';

const MOST_SCORES = 6;

/** Scores beside the total that no rule counts for, that nobody can reach, or that rules name and do not exist. */
export function scoreFindings({
  rules,
  scores = {},
  cap,
}: Pick<Scoring, 'rules' | 'scores' | 'cap'>): Finding[] {
  const known = Object.keys(scores);
  const unknown = rules.flatMap((rule, index) =>
    (rule.for ?? []).flatMap((name, place) => {
      if (known.includes(name)) return [];
      const problem = `there is no score "${name}" under scores`;
      const remedy = known.length === 0 ? 'add it under scores, or leave out for' : suggestion(name, known);
      return [{ path: ['rules', index, 'for', place], problem, remedy }];
    }),
  );
  return [...known.flatMap((key) => findingsOf(key, { rules, scores, cap })), ...unknown];
}

function findingsOf(
  key: string,
  { rules, scores = {}, cap }: Parameters<typeof scoreFindings>[0],
): Finding[] {
  const found: Finding[] = [];
  const { threshold = 0, name } = scores[key] ?? {};
  const names = Object.keys(scores);
  const same = names.find((other) => other !== key && scores[other]?.name === name);
  if (threshold > cap) {
    const remedy = `make it at most ${cap}, the cap`;
    found.push({ path: ['scores', key, 'threshold'], problem: `nobody gets ${threshold} points`, remedy });
  }
  if (!rules.some((rule) => rule.points > 0 && rule.for?.includes(key))) {
    const remedy = `write for: [${key}] in the rules that count for it`;
    found.push({
      path: ['scores', key],
      problem: 'no rule gives points for this score',
      remedy,
      atKey: true,
    });
  }
  if (same !== undefined && names.indexOf(same) < names.indexOf(key)) {
    const problem = `"${same}" has this name too`;
    found.push({ path: ['scores', key, 'name'], problem, remedy: 'give each score a name of its own' });
  }
  if (names.indexOf(key) >= MOST_SCORES) {
    const problem = `there are more than ${MOST_SCORES} scores`;
    found.push({
      path: ['scores', key],
      problem,
      remedy: 'leave out the ones that sales needs least',
      atKey: true,
    });
  }
  return found;
}
