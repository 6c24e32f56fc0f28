import type { ShowPage } from '../show-page.ts';
import type { PlaybookPageSystem } from './playbook-page-system.ts';

/** What the routes of the playbook have in common. */
export interface PlaybookRoute {
  system: PlaybookPageSystem;
  show: ShowPage;
  timeZone: string;
  /** The address of the script that makes an editor of a text. */
  editorScript: () => string;
}
