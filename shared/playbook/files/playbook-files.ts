/** The texts of a playbook by their path in its folder, such as `scoring.yaml` or `mails/tip-1.nl.md`. */
export type PlaybookFiles = Readonly<Record<string, string>>;

/** The folder of the mails, with the slash behind it. */
export const MAILS = 'mails/';
/** The folder of the pictures: for each a text that stands for it, see `picture-files/picture-text.ts`. */
export const PICTURES = 'pictures/';

/** More than a company writes; an item of the table, and a call of a function, hold it. */
export const MOST_FILES = 500;
export const LARGEST_FILE_BYTES = 200_000;
export const LARGEST_PLAYBOOK_BYTES = 2_000_000;

const PATH =
  /^(?:[a-z][a-z0-9-]{0,39}\.yaml|mails\/[A-Za-z0-9][A-Za-z0-9._-]{0,59}\.md|pictures\/[a-z0-9][a-z0-9-]{0,59}\.(?:png|jpe?g|gif|webp))$/;

/** Whether a file may have this path. Whether the playbook has such a file is for its check to say. */
export function isPlaybookPath(path: string): boolean {
  return PATH.test(path);
}

/** Whether it is more than a table and a function can hold. */
export function isTooLarge(files: PlaybookFiles): boolean {
  const sizes = Object.values(files).map((text) => Buffer.byteLength(text));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return (
    sizes.length > MOST_FILES ||
    total > LARGEST_PLAYBOOK_BYTES ||
    sizes.some((size) => size > LARGEST_FILE_BYTES)
  );
}
