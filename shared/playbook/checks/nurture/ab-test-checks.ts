import type { AbTest } from '../../../domain/nurture/ab-test/ab-test-rules.ts';
import { neededForEach, usualDifference } from '../../../domain/nurture/ab-test/judge.ts';
import { FIRST, mailsIn } from '../../../domain/nurture/ab-test/variants.ts';
import { durationMs } from '../../../domain/nurture/pace/sending-times.ts';
import { DAY_MS } from '../../../domain/time.ts';
import type { Finding, Path } from '../../mistake.ts';
import { subjectProblems } from '../mails/mail-checks.ts';

/** Settings of a test in a step that cannot be carried out, or would tell nothing. */
export function testOfStepFindings(path: Path, mail: string, test: AbTest): Finding[] {
  return [...testFindings(path, mail, test), ...tooFew(path, test)];
}

/** The same of an issue, whose other readers wait for the decision. */
export function testOfIssueFindings(path: Path, mail: string, test: AbTest): Finding[] {
  const found = testFindings(path, mail, test);
  const { share, measure, decide } = test;
  if (share === 1) {
    found.push({
      path: [...path, 'share'],
      problem: {
        nl: 'iedereen doet mee, dus er is niemand over voor de beste',
        en: 'everybody takes part, so nobody is left for the better one',
      },
      remedy: {
        nl: 'schrijf welk deel van de lezers meedoet, zoals share: 0.2',
        en: 'write the part of the readers who take part, such as share: 0.2',
      },
      without: [[...path, 'share']],
    });
  }
  if (measure === 'handed-over') {
    found.push({
      path: [...path, 'measure'],
      problem: {
        nl: 'in de paar uur die een editie kan wachten, wordt niemand overgedragen',
        en: 'nobody is handed over in the few hours in which an issue can wait',
      },
      remedy: { nl: 'het kan opened of clicked zijn', en: 'it can be opened or clicked' },
    });
  }
  if (!('after' in decide) || durationMs(decide.after) > DAY_MS) {
    found.push({
      path: [...path, 'decide'],
      problem: {
        nl: 'de andere lezers van een editie wachten op de keuze, hoogstens een dag',
        en: 'the other readers of an issue wait for the decision, a day at most',
      },
      remedy: {
        nl: 'schrijf { after: 4h }, of een andere tijd tot 24h',
        en: 'write { after: 4h }, or another time up to 24h',
      },
    });
  }
  return found;
}

function testFindings(path: Path, mail: string, test: AbTest): Finding[] {
  const { variants, measure, within } = test;
  const found = variants.flatMap((variant, index): Finding[] => {
    const at = [...path, 'variants', index];
    const before = variants.slice(0, index);
    if ('subject' in variant)
      return [...namesake(at, variant.name, before), ...subjectFindings(at, variant.subject)];
    const isRepeated = mailsIn({ mail, test: { ...test, variants: before } }).includes(variant.mail);
    const repeated = {
      path: [...at, 'mail'],
      problem: {
        nl: `"${variant.mail}" wordt met zichzelf vergeleken`,
        en: `"${variant.mail}" is compared with itself`,
      },
      remedy: {
        nl: 'schrijf een andere mail, of een ander onderwerp',
        en: 'write another mail, or another subject',
      },
    };
    return [...namesake(at, variant.name, before), ...(isRepeated ? [repeated] : [])];
  });
  if (within !== undefined && measure !== 'handed-over') {
    found.push({
      path: [...path, 'within'],
      problem: {
        nl: 'openen en klikken tellen tot de keuze',
        en: 'opens and clicks count until the decision',
      },
      remedy: {
        nl: 'laat het weg; het is voor measure: handed-over',
        en: 'leave it out; it is for measure: handed-over',
      },
      atKey: true,
    });
  }
  return found;
}

function namesake(path: Path, name: string, before: readonly { name: string }[]): Finding[] {
  if (name !== FIRST && before.every((other) => other.name !== name)) return [];
  const problem =
    name === FIRST
      ? { nl: `"${FIRST}" is de mail zonder de test`, en: `"${FIRST}" is the mail without the test` }
      : { nl: `er is nog een variant "${name}"`, en: `there is another variant "${name}"` };
  const remedy = { nl: 'geef elke variant een eigen naam', en: 'give each variant a name of its own' };
  return [{ path: [...path, 'name'], problem, remedy }];
}

function subjectFindings(path: Path, subject: Readonly<Record<string, string>>): Finding[] {
  return Object.entries(subject).flatMap(([locale, text]) =>
    subjectProblems(text).map(({ problem, remedy }) => ({
      path: [...path, 'subject', locale],
      problem,
      remedy,
    })),
  );
}

/** Warns of a test that ends before a usual difference can be seen. */
function tooFew(path: Path, { decide, measure, certainty, variants }: AbTest): Finding[] {
  if (!('recipients' in decide)) return [];
  const needed = neededForEach({ measure, certainty }) * (variants.length + 1);
  if (decide.recipients >= needed) return [];
  const { from, to } = usualDifference(measure);
  const [low, high] = [percent(from), percent(to)];
  const problem = {
    nl: `${decide.recipients} ontvangers zijn te weinig om een gewoon verschil te zien, zoals ${low} tegen ${high} ${measure}`,
    en: `${decide.recipients} recipients are too few to see a usual difference, such as ${low} against ${high} ${measure}`,
  };
  const remedy = {
    nl: `wacht op ${needed}, tenzij je veel meer verwacht`,
    en: `wait for ${needed}, unless you expect much more`,
  };
  return [{ path: [...path, 'decide', 'recipients'], problem, remedy, isWarning: true }];
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
