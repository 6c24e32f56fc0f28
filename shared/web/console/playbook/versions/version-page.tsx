import type { Child } from 'hono/jsx';
import type { Language } from '../../../../domain/language.ts';
import type { PlaybookFiles } from '../../../../playbook/files/playbook-files.ts';
import type { VersionEntry } from '../../../../playbook/versions/version.ts';
import { longDateTime } from '../../../language.ts';
import { pages } from '../../pages.ts';
import { versionAddress } from '../addresses.ts';
import { authorText } from '../author-text.ts';
import { playbookWords } from '../words.ts';
import { ChangeList } from './version-list.tsx';

interface Props {
  language: Language;
  timeZone: string;
  entry: VersionEntry;
  files: PlaybookFiles | undefined;
  /** The version that is live. */
  live: number;
  mayPublish: boolean;
  /** What publishing it again means for people who are in a sequence. */
  meaning?: Child;
}

/** One version: who published it and why, what it changed, its files, and a button that publishes it again. */
export function VersionPage({ language, timeZone, entry, files, live, mayPublish, meaning }: Props) {
  const isLive = entry.version === live;
  const all = playbookWords[language];
  const words = all.versions;
  return (
    <>
      <p>
        <a href={`${pages.playbook}#versions`}>← {all.title}</a>
      </p>
      <h1>
        {words.version(entry.version)} {isLive && <span class="tag good">{words.live}</span>}
      </h1>
      <p>{all.by(authorText(entry.author, language), longDateTime(language, entry.publishedAt, timeZone))}</p>
      <p class={entry.note === '' ? 'quiet' : undefined}>{entry.note || words.noNote}</p>
      <section class="card">
        <h2>{words.changed}</h2>
        {entry.changes.length === 0 ? (
          <p class="quiet">{words.unchanged}</p>
        ) : (
          <ChangeList language={language} entry={entry} />
        )}
      </section>
      {mayPublish && !isLive && files !== undefined && (
        <form method="post" action={versionAddress(entry.version)} class="card">
          <h2>{words.back(entry.version)}</h2>
          <p>{words.backMore}</p>
          {meaning && (
            <>
              <h3>{all.publish.consequences}</h3>
              {meaning}
            </>
          )}
          <input type="hidden" name="over" value={String(live)} />
          <div class="field">
            <label for="note">{all.publish.note}</label>
            <input id="note" name="note" type="text" maxlength={300} value={words.again(entry.version)} />
          </div>
          <button type="submit">{words.back(entry.version)}</button>
        </form>
      )}
      {files === undefined ? (
        <p class="notice">{words.unknownFiles}</p>
      ) : (
        <section class="card">
          <h2>{words.files}</h2>
          {Object.entries(files).map(([path, text]) => (
            <details>
              <summary>{path}</summary>
              <pre tabindex={0}>{text}</pre>
            </details>
          ))}
        </section>
      )}
    </>
  );
}
