import type { NewEntry } from '../rearrange.ts';
import { settingAt } from '../setting-path.ts';
import type { Around, Change } from './around.ts';

/** What a sequence begins with: the form and the mail of its name, where there are; people choose the rest. */
export function newSequence(name: string, { forms, mails }: Around): unknown {
  return {
    title: { nl: name, en: name },
    start: { form: forms.includes(name) ? name : '' },
    steps: [{ id: 'first', mail: mails.includes(name) ? name : '', after: '0d', kind: 'requested' }],
  };
}

/** Another start of a sequence. */
export function newStart(what: string): NewEntry | undefined {
  const starts: Record<string, unknown> = {
    form: { form: '' },
    visited: { visited: ['/'] },
    clicked: { clicked: { to: ['/'] } },
    answered: { answered: { field: '', oneOf: [] } },
    event: { event: '' },
    band: { band: 'ads' },
    returned: { returned: ['not-ready'] },
    imported: { imported: 'confirm' },
  };
  return Object.hasOwn(starts, what) ? { value: starts[what] } : undefined;
}

/** A week after the last step, under a name that no step has, with a mail that people choose. */
export function newStep(steps: unknown): unknown {
  const all = Array.isArray(steps) ? (steps as Record<string, unknown>[]) : [];
  const days = all
    .map((step) => /^(\d+)d$/.exec(String(step?.after))?.[1])
    .findLast((one) => one !== undefined);
  const ids = all.map((step) => step?.id);
  let number = all.length + 1;
  while (ids.includes(`step-${number}`)) number++;
  return { id: `step-${number}`, mail: '', after: `${Number(days ?? 0) + 7}d` };
}

/** The same step at another moment; undefined for what is no moment. */
export function stepAtMoment({ what, path }: Change, value: unknown): NewEntry | undefined {
  const step = settingAt(value, path);
  const moments: Record<string, unknown> = {
    'moment-start': { after: '7d' },
    'moment-before': { event: { before: '1d' } },
    'moment-after': { event: { after: '1d' } },
    'moment-moved': { event: 'moved' },
    'moment-cancelled': { event: 'cancelled' },
  };
  if (!Object.hasOwn(moments, what) || typeof step !== 'object' || step === null) return undefined;
  const { after: _, event: __, ...rest } = step as Record<string, unknown>;
  return { value: { ...rest, ...(moments[what] as object) } };
}
