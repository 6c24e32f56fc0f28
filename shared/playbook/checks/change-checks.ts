import type { Problem } from '../../domain/playbook/mistake.ts';
import type { Finding } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';

/** The parts in which a change can do what nobody meant. */
export type Changeable = Pick<PlaybookContent, 'forms' | 'sequences'>;

/** Warns of what changes since an earlier playbook would do to the people in it. */
export function changeFindings(
  before: Changeable,
  after: Changeable,
): { forms: Finding[]; sequences: Finding[] } {
  return {
    forms: Object.entries(after.forms).flatMap(([name, { permission }]) => {
      if (permission !== undefined || before.forms[name]?.permission === undefined) return [];
      return [{ path: [name], ...ASKED_UNTIL_NOW, ...WARNING }];
    }),
    sequences: [
      ...Object.keys(after.sequences).flatMap((name) => renamedSequence(name, before, after)),
      ...Object.keys(after.sequences).flatMap((name) => renamedSteps(name, before, after)),
      ...Object.keys(after.sequences).flatMap((name) => changedTests(name, before, after)),
    ],
  };
}

const WARNING = { atKey: true, isWarning: true } as const;

const ASKED_UNTIL_NOW: Problem = {
  problem: {
    nl: 'dit formulier vroeg tot nu toe toestemming: wie alleen dit instuurt, krijgt geen tips of nieuwsbrief',
    en: 'this form asked permission until now: whoever only sends it in will get no tips or newsletter',
  },
  remedy: {
    nl: 'zet permission terug als je dat niet wilt',
    en: 'put permission back if that is not what you want',
  },
};

/** A sequence with the mails of one that is gone. */
function renamedSequence(name: string, before: Changeable, after: Changeable): Finding[] {
  if (before.sequences[name] !== undefined) return [];
  const mails = new Set(after.sequences[name]?.steps.map(({ mail }) => mail));
  const [old] =
    Object.entries(before.sequences).find(
      ([other, { steps }]) =>
        after.sequences[other] === undefined && steps.some(({ mail }) => mails.has(mail)),
    ) ?? [];
  if (old === undefined) return [];
  const problem = {
    nl: `dit heette tot nu toe "${old}": wie erin zit krijgt er geen mails meer van, en wie ze had kan ze nog eens krijgen`,
    en: `this was called "${old}" until now: who is in it gets no more of its mails, and whoever had them can get them again`,
  };
  const remedy = {
    nl: `houd de naam ${old}; mensen zien alleen de titel`,
    en: `keep the name ${old}; people see only the title`,
  };
  return [{ path: [name], problem, remedy, ...WARNING }];
}

/** Steps with the mail of a step that is gone. */
function renamedSteps(name: string, before: Changeable, after: Changeable): Finding[] {
  const old = before.sequences[name]?.steps ?? [];
  const steps = after.sequences[name]?.steps ?? [];
  return steps.flatMap(({ id, mail }, index) => {
    const was = old.find((step) => step.mail === mail && !steps.some((other) => other.id === step.id));
    if (was === undefined || old.some((step) => step.id === id)) return [];
    const problem = {
      nl: `deze stap heette tot nu toe "${was.id}": wie de mail had, krijgt hem nog eens`,
      en: `this step was called "${was.id}" until now: whoever had its mail gets it again`,
    };
    const remedy = { nl: `houd de id ${was.id}`, en: `keep the id ${was.id}` };
    return [{ path: [name, 'steps', index, 'id'], problem, remedy, isWarning: true }];
  });
}

/** Tests that compare something else than until now: what was counted would be of both. */
function changedTests(name: string, before: Changeable, after: Changeable): Finding[] {
  const old = Object.values(before.sequences).flatMap(({ steps }) => steps.flatMap(({ test }) => test ?? []));
  return (after.sequences[name]?.steps ?? []).flatMap(({ test }, index) => {
    const was = old.find((one) => one.name === test?.name);
    if (was === undefined || test === undefined) return [];
    if (JSON.stringify([was.variants, was.measure]) === JSON.stringify([test.variants, test.measure]))
      return [];
    const problem = {
      nl: `de test "${test.name}" vergeleek tot nu toe iets anders: de aantallen zouden van allebei zijn`,
      en: `the test "${test.name}" compared something else until now: its counts would be of both`,
    };
    const path = [name, 'steps', index, 'test', 'name'];
    const remedy = { nl: 'geef hem een nieuwe naam', en: 'give it a new name' };
    return [{ path, problem, remedy, isWarning: true }];
  });
}
