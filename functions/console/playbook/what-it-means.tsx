import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Sequence } from '../../../shared/domain/nurture/sequence.ts';
import { readYaml } from '../../../shared/playbook/edit/edit-yaml.ts';
import type { PlaybookFiles } from '../../../shared/playbook/files/playbook-files.ts';
import type { PlaybookContent } from '../../../shared/playbook/playbook.ts';
import { countSequenceChanges } from '../../../shared/usecases/nurture/count-sequence-change.ts';
import { subjectOf } from '../../../shared/web/console/playbook/list/subject-of.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import { changeTexts } from '../../../shared/web/console/sequences/change-texts.ts';
import { stepNames } from '../../../shared/web/console/sequences/step-names.ts';
import type { PlaybookPageSystem } from './playbook-page-system.ts';

export const SEQUENCES = 'sequences.yaml';

/** Of so many changed sequences it is said what it means: each costs reads. */
const MOST_TOLD = 5;

type Sequences = Readonly<Record<string, Sequence>>;

/** Sequences as they are live and as they may become, with the files that say so. */
interface Compared {
  before: Sequences;
  after: Sequences;
  files: PlaybookFiles;
  language: Language;
}

/** What the changed sequences of a draft without mistakes mean for the people who are in them. */
export async function whatDraftMeans(
  system: PlaybookPageSystem,
  viewer: Viewer,
  { files, live, language }: Pick<Compared, 'files' | 'language'> & { live: string | undefined },
) {
  const after = sequencesIn(files[SEQUENCES]) ?? {};
  const before = sequencesIn(live) ?? (await system.playbook()).sequences;
  return whatItMeans(system, viewer, { before, after, files, language });
}

/** What it means for the people who are in sequences that these change; undefined when none changes. */
export async function whatItMeans(
  system: PlaybookPageSystem,
  viewer: Viewer,
  { before, after, files, language }: Compared,
) {
  const changed = Object.keys(before).filter((name) => !isDeepStrictEqual(before[name], after[name]));
  if (changed.length === 0) return undefined;
  const playbook = await system.playbook();
  const told = changed.slice(0, MOST_TOLD);
  const changes = await countSequenceChanges(system, viewer, told, { ...playbook, sequences: after });
  const names = namesOf(playbook, files, language);
  const found = told.flatMap((name) => {
    const change = changes[name];
    const [was, is] = [names.was(before[name]), names.is(after[name])];
    const texts = change
      ? changeTexts(change, language, (step, kind) => (kind === 'lost' ? was : is)(step))
      : [];
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

/** How the steps of a sequence are called: by the subjects as they were, and as they would be. */
function namesOf({ mails }: PlaybookContent, files: PlaybookFiles, language: Language) {
  const live = (mail: string) => mails[mail]?.[language].subject;
  const drafted = (mail: string) => subjectOf(files[`mails/${mail}.${language}.md`] ?? '');
  return {
    was: (sequence: Sequence | undefined) => stepNames(sequence, (mail) => live(mail) ?? drafted(mail)),
    is: (sequence: Sequence | undefined) => stepNames(sequence, (mail) => drafted(mail) ?? live(mail)),
  };
}

function sequencesIn(text: string | undefined): Sequences | undefined {
  const value = text === undefined ? undefined : readYaml(text)?.value;
  return typeof value === 'object' && value !== null ? (value as Sequences) : undefined;
}
