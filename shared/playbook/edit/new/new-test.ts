import { settingAt } from '../setting-path.ts';
import type { Around, Change } from './around.ts';

/** Days until a test in a sequence is decided: its people come one by one. */
const USUAL_DAYS = 30;
/** As many as a test of a subject that is opened more often needs. */
const USUAL_RECIPIENTS = 2_200;

/**
 * What begins an A/B test, or a piece of one; people then say what differs. Its name has the day in it: a permanent name
 * that no earlier test of the mail had.
 * @returns undefined for what is no piece of a test
 */
export function newTestPiece(part: string, { what, path }: Change, around: Around): unknown {
  const isIssue = part === 'newsletter';
  switch (what) {
    case 'test': {
      const mail = String(settingAt(around.value, [...path.slice(0, -1), 'mail']) ?? 'mail');
      return {
        name: `${mail.slice(0, 29)}-${around.today}`,
        variants: [{ name: 'other', subject: { nl: '', en: '' } }],
        ...(isIssue && { share: 0.2 }),
        measure: 'opened',
        decide: isIssue ? { after: '4h' } : { after: `${USUAL_DAYS}d` },
      };
    }
    case 'variant-subject':
      return { name: freeName(path, around), subject: { nl: '', en: '' } };
    case 'variant-mail':
      return { name: freeName(path, around), mail: '' };
    case 'decide-after':
      return isIssue ? { after: '4h' } : { after: `${USUAL_DAYS}d` };
    case 'decide-on':
      return {
        on: new Date(Date.parse(around.today) + USUAL_DAYS * 86_400_000).toISOString().slice(0, 10),
      };
    case 'decide-recipients':
      return { recipients: USUAL_RECIPIENTS };
    default:
      return undefined;
  }
}

/** A name that no variant of the test has. */
function freeName(path: readonly string[], { value }: Around): string {
  const variants = settingAt(value, path);
  const names = Array.isArray(variants)
    ? variants.map((variant) => (variant as Record<string, unknown> | null)?.name)
    : [];
  let number = names.length + 1;
  while (names.includes(`variant-${number}`)) number++;
  return `variant-${number}`;
}
