import type { Viewer } from '../../shared/domain/console/viewer.ts';
import type { Language } from '../../shared/domain/language.ts';

/** What each route of the console finds in its context. */
export interface ConsoleEnv {
  Variables: {
    /** Set for every page behind the sign-in. */
    viewer: Viewer;
    language: Language;
  };
}
