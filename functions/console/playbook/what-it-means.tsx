import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Sequence } from '../../../shared/domain/nurture/sequence.ts';
import { readYaml } from '../../../shared/playbook/edit/edit-yaml.ts';
import { countSequenceChanges } from '../../../shared/usecases/nurture/count-sequence-change.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import { changeTexts } from '../../../shared/web/console/sequences/change-texts.ts';
import type { PlaybookPageSystem } from './playbook-page-system.ts';

/** Of so many changed sequences it is said what it means: each costs reads. */
const MOST_TOLD = 5;

/**
 * What changed sequences mean for the people who are in them.
 * @param draft the sequences as they are written, without mistakes
 */
export async function whatItMeans(
  system: PlaybookPageSystem,
  viewer: Viewer,
  { draft, live, language }: { draft: unknown; live: string | undefined; language: Language },
) {
  const after = sequencesIn(draft);
  const before = sequencesIn(live === undefined ? undefined : readYaml(live)?.value);
  const changed = Object.keys(before).filter((name) => !isDeepStrictEqual(before[name], after[name]));
  if (changed.length === 0) return undefined;
  const playbook = await system.playbook();
  const told = changed.slice(0, MOST_TOLD);
  const changes = await countSequenceChanges(system, viewer, told, { ...playbook, sequences: after });
  const found = told.flatMap((name) => {
    const change = changes[name];
    const texts = change === undefined ? [] : changeTexts(change, language, (step) => `“${step}”`);
    const [inIt, ...steps] = texts;
    if (inIt === undefined) return [];
    return [{ name, texts: name in after ? texts : [inIt, playbookWords[language].publish.ends, ...steps] }];
  });
  return found.map(({ name, texts }) => (
    <div class="notice">
      <p>
        <strong>{before[name]?.title[language] ?? name}</strong>
      </p>
      <ul>
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </div>
  ));
}

function sequencesIn(value: unknown): Record<string, Sequence> {
  return typeof value === 'object' && value !== null ? (value as Record<string, Sequence>) : {};
}
