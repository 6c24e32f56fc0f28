import type { Language } from '../../../shared/domain/language.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';

/** Says that a draft is saved. */
export function noticeOfSaved(language: Language) {
  return (
    <p class="notice" role="status">
      {playbookWords[language].file.saved}
    </p>
  );
}

/** Says which version was just published; nothing when none was. */
export function publishedNotice(language: Language, version: string | undefined) {
  if (version === undefined || !/^\d{1,6}$/.test(version)) return {};
  return { notice: { text: playbookWords[language].publish.done(Number(version)), isRefusal: false } };
}
