import type { Localised } from '../../domain/language.ts';
import type { Problem } from '../../domain/playbook/mistake.ts';
import type { Scoring } from '../../domain/scoring/scoring.ts';
import type { Finding } from '../mistake.ts';
import { suggestion } from '../suggestion.ts';

const MOST_SCORES = 6;

const ADD_IT: Localised = {
  nl: 'zet hem onder scores, of laat for weg',
  en: 'add it under scores, or leave out for',
};

/** More points than anybody can have. */
export function overCap(points: number, cap: number): Problem {
  return {
    problem: { nl: `niemand krijgt ${points} punten`, en: `nobody gets ${points} points` },
    remedy: {
      nl: `maak er hoogstens ${cap} van, het maximum in cap`,
      en: `make it at most ${cap}, the cap`,
    },
  };
}

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
      const problem = {
        nl: `er staat geen score "${name}" onder scores`,
        en: `there is no score "${name}" under scores`,
      };
      const remedy = known.length === 0 ? ADD_IT : suggestion(name, known);
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
  if (threshold > cap) found.push({ path: ['scores', key, 'threshold'], ...overCap(threshold, cap) });
  if (!rules.some((rule) => rule.points > 0 && rule.for?.includes(key))) {
    found.push({
      path: ['scores', key],
      problem: {
        nl: 'geen regel geeft punten voor deze score',
        en: 'no rule gives points for this score',
      },
      remedy: {
        nl: `schrijf for: [${key}] in de regels die ervoor tellen`,
        en: `write for: [${key}] in the rules that count for it`,
      },
      atKey: true,
    });
  }
  if (same !== undefined && names.indexOf(same) < names.indexOf(key)) {
    found.push({
      path: ['scores', key, 'name'],
      problem: { nl: `"${same}" heeft deze naam ook`, en: `"${same}" has this name too` },
      remedy: { nl: 'geef elke score een eigen naam', en: 'give each score a name of its own' },
    });
  }
  if (names.indexOf(key) >= MOST_SCORES) {
    found.push({
      path: ['scores', key],
      problem: {
        nl: `er zijn meer dan ${MOST_SCORES} scores`,
        en: `there are more than ${MOST_SCORES} scores`,
      },
      remedy: {
        nl: 'laat die weg waar sales het minst aan heeft',
        en: 'leave out the ones that sales needs least',
      },
      atKey: true,
    });
  }
  return found;
}
