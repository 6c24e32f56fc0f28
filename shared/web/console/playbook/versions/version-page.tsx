import type { Child } from 'hono/jsx';
import type { Language } from '../../../../domain/language.ts';
import type { ToldMistake } from '../../../../domain/playbook/mistake.ts';
import type { PlaybookFiles } from '../../../../playbook/files/playbook-files.ts';
import type { VersionEntry } from '../../../../playbook/versions/version.ts';
import { longDateTime } from '../../../language.ts';
import { pages } from '../../pages.ts';
import { versionAddress } from '../addresses.ts';
import { authorText } from '../author-text.ts';
import { MistakeList } from '../kit/mistake-list.tsx';
import { playbookWords } from '../words.ts';
import { ChangeList } from './version-list.tsx';

interface Props {
  language: Language;
  timeZone: string;
  entry: VersionEntry;
  files: PlaybookFiles | undefined;
  /** The version that is live. */
  live: number;
  /** It is not live, and may be made so. */
  mayPublish: boolean;
  /** What today's software finds in it. */
  mistakes?: readonly ToldMistake[];
  /** What publishing it again means for people who are in a sequence. */
  meaning?: Child;
}

/** One version: who published it and why, what it changed, its files, and a button that publishes it again. */
export function VersionPage(props: Props) {
  const { language, timeZone, entry, files, live, mayPublish } = props;
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
      {mayPublish && files !== undefined && <PublishAgain {...props} />}
      {files === undefined ? (
        <p class="notice">{words.unknownFiles}</p>
      ) : (
        <section class="card">
          <h2>{words.files}</h2>
          {Object.entries(files).map(([path, text]) => (
            <details id={path}>
              <summary>{path}</summary>
              <pre tabindex={0}>{text}</pre>
            </details>
          ))}
        </section>
      )}
    </>
  );
}

/** Publishes a version again, or says why it cannot be. */
function PublishAgain({ language, entry: { version }, live, mistakes = [], meaning }: Props) {
  const { publish, versions: words } = playbookWords[language];
  const isWrong = mistakes.some(({ isWarning }) => !isWarning);
  return (
    <form method="post" action={versionAddress(version)} class="card">
      <h2>{words.back(version)}</h2>
      <p>{isWrong ? words.wrong : words.backMore}</p>
      <MistakeList language={language} mistakes={mistakes} address={({ file }) => `#${file}`} />
      {meaning && (
        <>
          <h3>{publish.consequences}</h3>
          {meaning}
        </>
      )}
      {!isWrong && (
        <>
          <input type="hidden" name="over" value={String(live)} />
          <div class="field">
            <label for="note">{publish.note}</label>
            <input id="note" name="note" type="text" maxlength={300} value={words.again(version)} />
          </div>
          <button type="submit">{words.back(version)}</button>
        </>
      )}
    </form>
  );
}
