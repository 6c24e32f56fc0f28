import type { Language } from '../../../../domain/language.ts';
import type { VersionEntry } from '../../../../playbook/versions/version.ts';
import { shortDateTime } from '../../../language.ts';
import { pages } from '../../pages.ts';
import { versionAddress } from '../addresses.ts';
import { authorText } from '../author-text.ts';
import { changeText } from '../changes/change-text.ts';
import { playbookWords } from '../words.ts';

interface Props {
  language: Language;
  timeZone: string;
  /** The version that is live. */
  version: number;
  versions: readonly VersionEntry[];
  /** Older ones are before this one. */
  older?: number | undefined;
}

/** As many changes of a version are told in the list. */
const FEW = 3;

/** Versions, newest first: who published each, when, why, and what it changed. */
export function VersionList({ language, timeZone, version, versions, older }: Props) {
  const words = playbookWords[language].versions;
  if (versions.length === 0) return <p class="empty">{words.none}</p>;
  return (
    <>
      <ol class="plain-list versions">
        {versions.map((entry) => (
          <li>
            <a href={versionAddress(entry.version)}>{words.version(entry.version)}</a>
            {entry.version === version && <span class="tag good">{words.live}</span>}
            <span class="quiet small">
              {playbookWords[language].by(
                authorText(entry.author, language),
                shortDateTime(language, entry.publishedAt, timeZone),
              )}
            </span>
            {entry.note !== '' && <p>{entry.note}</p>}
            <ChangeList language={language} entry={entry} most={FEW} />
          </li>
        ))}
      </ol>
      {older !== undefined && <a href={`${pages.playbook}?before=${older}#versions`}>{words.older}</a>}
    </>
  );
}

interface ChangesProps {
  language: Language;
  entry: Pick<VersionEntry, 'changes' | 'more'>;
  most?: number;
}

/** What changed, a line each; how many more there are. */
export function ChangeList({ language, entry: { changes, more = 0 }, most = changes.length }: ChangesProps) {
  const words = playbookWords[language].versions;
  const left = changes.length - most + more;
  if (changes.length === 0) return null;
  return (
    <ul class="small">
      {changes.slice(0, most).map((change) => (
        <li>{changeText(language, change)}</li>
      ))}
      {left > 0 && <li class="quiet">{words.more(left)}</li>}
    </ul>
  );
}
