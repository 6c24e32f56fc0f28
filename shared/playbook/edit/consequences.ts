import { readYaml } from './edit-yaml.ts';
import { settingAt } from './setting-path.ts';

/** What a change of the sequences means for those who are in one. */
export interface Consequence {
  sequence: string;
  /** `ends`: it is gone. `pauses`: its mails wait. `without`: these steps are gone. */
  kind: 'ends' | 'pauses' | 'without';
  steps: string[];
}

/** What publishing other sequences means for people who are in one that was live; nothing of a text that cannot be read. */
export function consequencesFor(live: string, draft: string): Consequence[] {
  const [before, after] = [readYaml(live)?.value, readYaml(draft)?.value];
  if (!isGroup(before) || !isGroup(after)) return [];
  return Object.keys(before).flatMap((sequence): Consequence[] => {
    if (settingAt(after, [sequence]) === undefined) return [{ sequence, kind: 'ends', steps: [] }];
    const [had, has] = [stepsOf(before, sequence), stepsOf(after, sequence)];
    const gone = had.filter((step) => !has.includes(step));
    const isPaused = (value: unknown) => settingAt(value, [sequence, 'paused']) === true;
    return [
      ...(gone.length > 0 ? [{ sequence, kind: 'without' as const, steps: gone }] : []),
      ...(isPaused(after) && !isPaused(before) ? [{ sequence, kind: 'pauses' as const, steps: [] }] : []),
    ];
  });
}

function stepsOf(value: unknown, sequence: string): string[] {
  const steps = settingAt(value, [sequence, 'steps']);
  return Array.isArray(steps) ? steps.map((step) => String(settingAt(step, ['id']))) : [];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
