import { pages } from '../pages.ts';

/** The page on which a file of the playbook is changed. */
export function fileAddress(path: string): string {
  return `${pages.playbook}/${path}`;
}

/** The page of a published version. */
export function versionAddress(version: number): string {
  return `${pages.playbook}/versions/${version}`;
}
