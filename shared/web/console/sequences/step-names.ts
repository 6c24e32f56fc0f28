import type { Sequence } from '../../../domain/nurture/sequence.ts';

/**
 * The steps of a sequence as people call them: by the subject of their mail, or its name when there is none. Where two
 * steps have the same, their ids tell them apart.
 */
export function stepNames(
  sequence: Pick<Sequence, 'steps'> | undefined,
  subjectOf: (mail: string) => string | undefined,
): (step: string) => string {
  const names = (sequence?.steps ?? []).map(({ id, mail }) => ({ id, name: subjectOf(mail) ?? mail }));
  return (step) => {
    const name = names.find(({ id }) => id === step)?.name ?? step;
    const isShared = names.filter((other) => other.name === name).length > 1;
    return isShared ? `“${name}” (${step})` : `“${name}”`;
  };
}
