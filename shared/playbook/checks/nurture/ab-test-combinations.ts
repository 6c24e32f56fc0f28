import { decidedFrom, placedTests } from '../../../domain/nurture/ab-test/placed-tests.ts';
import { mailsIn } from '../../../domain/nurture/ab-test/variants.ts';
import { issueDayStart } from '../../../domain/nurture/newsletter-issue.ts';
import { nextSendingTime } from '../../../domain/nurture/pace/sending-times.ts';
import { wallTimeOf } from '../../../domain/time-zone.ts';
import type { WrittenMail } from '../../mail-files/load-mails.ts';
import type { Finding, Path } from '../../mistake.ts';
import type { PlaybookContent } from '../../playbook.ts';
import { MAIL_FOR_EACH } from '../../remedies.ts';

type Found = Record<'sequences' | 'newsletter', Finding[]>;
type Content = Pick<PlaybookContent, 'sequences' | 'newsletter'>;

/** Two tests of one name: who takes part, and what is decided, depends on the name. */
export function testsOfOneName(content: Content): Found {
  return inEachTest(content, ({ test }, path, before) => {
    if (before.every((name) => name !== test.name)) return [];
    const problem = {
      nl: `er is nog een test "${test.name}"`,
      en: `there is another test "${test.name}"`,
    };
    const remedy = {
      nl: 'geef elke test een eigen naam, en houd die zolang hij loopt',
      en: 'give each test a name of its own, and keep it while it goes on',
    };
    return [{ path: [...path, 'name'], problem, remedy }];
  });
}

/** Variants that are another mail: they have to offer the same. */
export function testedMailFindings(content: Content, mails: readonly WrittenMail[]): Found {
  return inEachTest(content, ({ test, mail }, path) =>
    test.variants.flatMap((variant, index): Finding[] => {
      if (!('mail' in variant)) return [];
      const at = [...path, 'variants', index, 'mail'];
      return [...differences(at, mail, variant.mail, mails), ...alsoSent(at, variant.mail, content)];
    }),
  );
}

/** Issues whose test is decided when no mail is sent any more that day. */
export function decidedTooLate({
  newsletter,
  mailing,
}: Pick<PlaybookContent, 'newsletter' | 'mailing'>): Finding[] {
  return newsletter.flatMap((issue, index) => {
    const [placed] = placedTests({ sequences: {}, newsletter: [issue] });
    if (placed === undefined || !('after' in placed.test.decide)) return [];
    const rules = { sequences: {}, newsletter: [issue], mailing };
    const decided = decidedFrom(placed, undefined, rules, issueDayStart(issue));
    const sent = nextSendingTime(decided, mailing.hours, mailing.timeZone);
    if (sent === decided) return [];
    const { day } = wallTimeOf(sent, mailing.timeZone);
    const problem = {
      nl: `dan gaat er die dag geen mail meer uit, dus de andere lezers krijgen hem op ${day}`,
      en: `by then no mail is sent any more that day, so the other readers get it on ${day}`,
    };
    const remedy = {
      nl: 'kies eerder, als je dat niet bedoelt',
      en: 'decide earlier, if that is not what you mean',
    };
    return [{ path: [index, 'test', 'decide'], problem, remedy, isWarning: true }];
  });
}

function differences(path: Path, mail: string, variant: string, mails: readonly WrittenMail[]): Finding[] {
  return mails
    .filter(({ name }) => name === mail)
    .flatMap(({ locale, variables, paths }): Finding[] => {
      const other = mails.find((one) => one.name === variant && one.locale === locale);
      if (other === undefined) return [];
      if (variables.includes('confirmUrl') && !other.variables.includes('confirmUrl')) {
        const problem = {
          nl: `met "${variant}" kan niemand de toestemming bevestigen in ${other.file}, zoals met "${mail}"`,
          en: `"${variant}" lets nobody confirm the permission in ${other.file}, as "${mail}" does`,
        };
        const remedy = { nl: 'gebruik er {{ confirmUrl }} in', en: 'use {{ confirmUrl }} in it' };
        return [{ path, problem, remedy }];
      }
      const [missing] = paths.filter((page) => !other.paths.includes(page));
      if (missing === undefined) return [];
      const problem = {
        nl: `"${variant}" heeft in ${other.file} geen link naar ${missing}, zoals "${mail}": dan vergelijk je misschien meer dan je wilt`,
        en: `"${variant}" has no link to ${missing} in ${other.file}, as "${mail}" has: so more is compared than you may want`,
      };
      const remedy = {
        nl: 'laat allebei naar dezelfde pagina’s linken',
        en: 'link to the same pages in both',
      };
      return [{ path, problem, remedy, isWarning: true }];
    });
}

/** A variant that some people get a second time elsewhere. */
function alsoSent(path: Path, variant: string, { sequences, newsletter }: Content): Finding[] {
  const steps = Object.values(sequences).flatMap((sequence) => sequence.steps);
  const places = [...steps, ...newsletter].filter((place) => mailsIn(place).includes(variant));
  if (places.length < 2) return [];
  const problem = {
    nl: `"${variant}" gaat ook ergens anders uit, dus sommige mensen zouden hem twee keer krijgen`,
    en: `"${variant}" is also sent elsewhere, so some people would get it twice`,
  };
  return [{ path, problem, remedy: MAIL_FOR_EACH, isWarning: true }];
}

/** What is found in each test, with its place and the names of the tests before it. */
function inEachTest(
  { sequences, newsletter }: Content,
  find: (placed: ReturnType<typeof placedTests>[number], path: Path, before: string[]) => Finding[],
): Found {
  const names: string[] = [];
  const findIn = (placed: ReturnType<typeof placedTests>, path: Path) =>
    placed.flatMap((one) => {
      const found = find(one, path, [...names]);
      names.push(one.test.name);
      return found;
    });
  return {
    sequences: Object.entries(sequences).flatMap(([name, sequence]) =>
      sequence.steps.flatMap((step, index) => {
        const placed = placedTests({ sequences: { [name]: { ...sequence, steps: [step] } }, newsletter: [] });
        return findIn(placed, [name, 'steps', index, 'test']);
      }),
    ),
    newsletter: newsletter.flatMap((issue, index) =>
      findIn(placedTests({ sequences: {}, newsletter: [issue] }), [index, 'test']),
    ),
  };
}
