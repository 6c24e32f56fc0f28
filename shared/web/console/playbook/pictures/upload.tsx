import type { Language } from '../../../../domain/language.ts';
import type { Picture } from '../../../../domain/look/picture.ts';
import { PICTURES } from '../../../../playbook/files/playbook-files.ts';
import { wholeNumber } from '../../../language.ts';
import { picturesAddress } from '../addresses.ts';
import { pictureMarkdown } from './markdown.ts';
import { Thumbnail } from './thumbnail.tsx';
import { pictureWords } from './words.ts';

interface UploadProps {
  language: Language;
  /** In bytes and pixels. */
  largest: { bytes: number; side: number };
  /** What was typed before. */
  alt: string;
}

/** Uploads a picture, and asks what it shows. */
export function UploadForm({ language, largest, alt }: UploadProps) {
  const words = pictureWords[language].upload;
  return (
    <form method="post" action={picturesAddress} enctype="multipart/form-data" class="card" id="upload">
      <h2>{words.title}</h2>
      <div class="field">
        <label for="picture">{words.file}</label>
        <p class="soft" id="picture-hint">
          {words.fileHint(largest.bytes / 1024, wholeNumber(language, largest.side))}
        </p>
        <input
          id="picture"
          name="picture"
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          required
          aria-describedby="picture-hint"
        />
      </div>
      <div class="field">
        <label for="alt">{words.alt}</label>
        <p class="soft" id="alt-hint">
          {words.altHint}
        </p>
        <input
          id="alt"
          name="alt"
          type="text"
          maxlength={200}
          value={alt}
          required
          autocomplete="off"
          aria-describedby="alt-hint"
        />
      </div>
      <button type="submit" name="do" value="upload">
        {words.button}
      </button>
    </form>
  );
}

interface SavedProps {
  language: Language;
  path: string;
  picture: Picture;
  alt: string;
}

/** Says that a picture is in the draft, with what to paste into a mail. */
export function SavedPictureNotice({ language, path, picture, alt }: SavedProps) {
  const words = pictureWords[language];
  return (
    <section class="card" aria-label={words.markdown}>
      <p class="notice" role="status">
        {words.saved(path.slice(PICTURES.length))}
      </p>
      <Thumbnail picture={picture} />
      <div class="field">
        <label for="markdown">{words.markdown}</label>
        <input id="markdown" type="text" readonly value={pictureMarkdown(path, alt)} />
      </div>
    </section>
  );
}

interface TakenProps extends SavedProps {
  /** Stands for the new picture. */
  text: string;
  there: { picture: Picture | undefined; etag: string };
}

/** Asks whether a picture takes the place of the one that has its name. */
export function TakenName({ language, path, picture, alt, text, there }: TakenProps) {
  const words = pictureWords[language].taken;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="notice refusal" role="alert">
        {words.intro(path.slice(PICTURES.length))}
      </p>
      <div class="columns">
        <section class="card">
          <h2>{words.there}</h2>
          {there.picture && <Thumbnail picture={there.picture} />}
        </section>
        <section class="card">
          <h2>{words.yours}</h2>
          <Thumbnail picture={picture} />
        </section>
      </div>
      <form method="post" action={picturesAddress}>
        {Object.entries({ path, text, alt, etag: there.etag }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="buttons">
          <button type="submit" name="do" value="replace">
            {words.replace}
          </button>
          <a class="button second" href={picturesAddress}>
            {words.keep}
          </a>
        </p>
      </form>
    </>
  );
}
