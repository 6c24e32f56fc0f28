import type { DirectorySource } from '../../../shared/usecases/identity/directory/directory-source.ts';
import type { AskSystem } from '../../../shared/usecases/playbook/ask/ask-system.ts';
import type { PlaybookSource } from '../../../shared/usecases/playbook/current-playbook.ts';

/** What the pages of the playbook need. */
export interface PlaybookPageSystem extends AskSystem {
  directory: DirectorySource;
  playbook: PlaybookSource;
  /** The address of the company's website. */
  websiteUrl: string;
  /** A random id. */
  newId: () => string;
}
