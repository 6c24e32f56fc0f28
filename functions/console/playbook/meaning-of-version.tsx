import type { Child } from 'hono/jsx';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { ToldMistake } from '../../../shared/domain/playbook/mistake.ts';
import type { PlaybookFiles } from '../../../shared/playbook/files/playbook-files.ts';
import { countPeopleIn } from '../../../shared/usecases/nurture/count-sequence-change.ts';
import { askCheckVersion } from '../../../shared/usecases/playbook/ask/ask-draft.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import { peopleText } from '../../../shared/web/console/sequences/change-texts.ts';
import type { PlaybookPageSystem } from './playbook-page-system.ts';
import { whatItMeans } from './what-it-means.tsx';

interface Asked {
  version: number;
  files: PlaybookFiles;
  /** The version that is live. */
  live: number;
}

/**
 * What it means for people that an older version becomes live again, or why that cannot be told and what can be; with the
 * mistakes that today's software finds in it.
 */
export async function meaningOfVersion(
  system: PlaybookPageSystem,
  { viewer, language }: { viewer: Viewer; language: Language },
  { version, files, live }: Asked,
): Promise<{ mistakes: ToldMistake[]; meaning: Child }> {
  const words = playbookWords[language].publish;
  const answer = await askCheckVersion(system, viewer, language, version).catch(() => undefined);
  const { mistakes = [], sequences: after } = answer?.result === 'checked' ? answer : {};
  const { sequences: before } = await system.playbook(live);
  if (after !== undefined) {
    const told = (await whatItMeans(system, viewer, { before, after, files, language })) ?? [];
    return { mistakes, meaning: told.length > 0 ? told : <p class="quiet">{words.nobody}</p> };
  }
  const people = await countPeopleIn(system, viewer, Object.keys(before));
  const peopled = Object.entries(people).filter(([, { people }]) => people > 0);
  const meaning = (
    <div class="notice">
      <p>{mistakes.length > 0 ? words.untoldByMistakes : words.untold}</p>
      <p>{peopled.length > 0 ? words.inNow : words.nobodyNow}</p>
      <ul>
        {peopled.map(([name, count]) => (
          <li>
            {before[name]?.title[language] ?? name}: {peopleText(count, language)}
          </li>
        ))}
      </ul>
    </div>
  );
  return { mistakes, meaning };
}
