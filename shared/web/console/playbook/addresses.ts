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

/** The page of a published version. */
export function versionAddress(version: number): string {
  return `${pages.playbook}/versions/${version}`;
}
