import { PICTURES } from '../../../playbook/files/playbook-files.ts';
import { pages } from '../pages.ts';

/** The page of the pictures. */
export const picturesAddress = `${pages.playbook}/pictures`;

/** The page on which a file of the playbook is changed; for a picture, where it stands among the others. */
export function fileAddress(path: string): string {
  return path.startsWith(PICTURES)
    ? `${picturesAddress}#${path.slice(PICTURES.length)}`
    : `${pages.playbook}/${path}`;
}

/** The page on which an entry of a file is changed, such as a form or a sequence. */
export function entryAddress(path: string, entry: string): string {
  return `${fileAddress(path)}?${new URLSearchParams({ entry })}`;
}

/** The page that makes a guide with all that belongs to it; with a form, what answers that. */
export function newGuideAddress(form?: string): string {
  const query = form === undefined ? '' : `?${new URLSearchParams({ form })}`;
  return `${pages.playbook}/new${query}`;
}

/** The page of what belongs to a form, and what is still to be written. */
export function guideAddress(form: string): string {
  return `${pages.playbook}/new/${encodeURIComponent(form)}`;
}

/** The page of a published version. */
export function versionAddress(version: number): string {
  return `${pages.playbook}/versions/${version}`;
}
