import type { Child } from 'hono/jsx';
import type { Language } from '../../../../domain/language.ts';
import type { Picture } from '../../../../domain/look/picture.ts';
import { PICTURES } from '../../../../playbook/files/playbook-files.ts';
import type { DraftedFile } from '../../../../playbook/versions/shared-draft.ts';
import { wholeNumber } from '../../../language.ts';
import { pages } from '../../pages.ts';
import { fileAddress, picturesAddress } from '../addresses.ts';
import { fileTitle } from '../file-title.ts';
import { playbookWords } from '../words.ts';
import { pictureMarkdown } from './markdown.ts';
import { Thumbnail } from './thumbnail.tsx';
import { pictureWords } from './words.ts';

interface ShownPicture extends Pick<DraftedFile, 'path' | 'etag' | 'state'> {
  /** Of one that is removed: the published one. */
  picture: Picture;
  /** What is live, where it is replaced. */
  published?: Picture;
  /** The files that show it. */
  usedIn: readonly string[];
}

interface Props {
  language: Language;
  mayChange: boolean;
  pictures: readonly ShownPicture[];
  /** What became of what was sent. */
  notice?: Child;
  /** The form that uploads. */
  upload?: Child;
}

/** The pictures of the shared draft: how they look, where they are used, and how to use them. */
export function PicturesPage({ language, mayChange, pictures, notice, upload }: Props) {
  const words = pictureWords[language];
  return (
    <>
      <p>
        <a href={pages.playbook}>← {playbookWords[language].file.back}</a>
      </p>
      <h1>{words.title}</h1>
      {notice}
      <p>{mayChange ? words.intro : playbookWords[language].readOnly}</p>
      {upload}
      {pictures.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <section class="card">
          <table class="cards pictures">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.picture}</th>
                <th scope="col">{words.size}</th>
                <th scope="col">{words.usedIn}</th>
                <th scope="col">{words.use}</th>
              </tr>
            </thead>
            <tbody>
              {pictures.map((one) => (
                <PictureRow language={language} mayChange={mayChange} shown={one} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

interface RowProps {
  language: Language;
  mayChange: boolean;
  shown: ShownPicture;
}

function PictureRow({ language, mayChange, shown }: RowProps) {
  const words = pictureWords[language];
  const { states } = playbookWords[language];
  const { path, picture, published, state, usedIn } = shown;
  const name = path.slice(PICTURES.length);
  const number = (value: number) => wholeNumber(language, value);
  const kilobytes = number(Math.max(1, Math.round(picture.bytes / 1024)));
  return (
    <tr id={name}>
      <th scope="row">
        {name}{' '}
        {state !== 'same' && <span class={state === 'behind' ? 'tag late' : 'tag'}>{states[state]}</span>}
      </th>
      <td data-label={words.picture}>
        <Thumbnail picture={picture} />
        {published && (
          <p class="small">
            {words.published} <Thumbnail picture={published} />
          </p>
        )}
      </td>
      <td data-label={words.size}>{words.sizes(number(picture.width), number(picture.height), kilobytes)}</td>
      <td data-label={words.usedIn}>
        {usedIn.length === 0 ? (
          <span class="quiet">{words.unused}</span>
        ) : (
          <ul class="plain-list">
            {usedIn.map((file) => (
              <li>
                <a href={fileAddress(file)}>{fileTitle(file, language)}</a>
              </li>
            ))}
          </ul>
        )}
        {mayChange && <PictureButton language={language} shown={shown} />}
      </td>
      <td data-label={words.use}>
        {state !== 'removed' && <code class="paste">{pictureMarkdown(path, words.whatItShows)}</code>}
      </td>
    </tr>
  );
}

/** Takes a picture out of the draft when nothing shows it, or puts the published one back. */
function PictureButton({ language, shown }: Pick<RowProps, 'language' | 'shown'>) {
  const words = pictureWords[language];
  const { path, etag, state, published, usedIn } = shown;
  const name = path.slice(PICTURES.length);
  const mayPutBack = state === 'removed' || published !== undefined;
  const mayRemove = state !== 'removed' && usedIn.length === 0;
  if (!mayPutBack && !mayRemove) return null;
  return (
    <form method="post" action={picturesAddress}>
      <input type="hidden" name="path" value={path} />
      <input type="hidden" name="etag" value={etag} />
      <p class="buttons">
        {mayPutBack && (
          <button
            type="submit"
            class="second"
            name="do"
            value="put-back"
            aria-label={words.putBackThis(name)}
          >
            {words.putBackButton}
          </button>
        )}
        {mayRemove && (
          <button type="submit" class="second" name="do" value="remove" aria-label={words.removeThis(name)}>
            {words.remove}
          </button>
        )}
      </p>
    </form>
  );
}
