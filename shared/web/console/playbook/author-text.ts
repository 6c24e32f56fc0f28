import type { Language } from '../../../domain/language.ts';
import type { Author } from '../../../playbook/versions/version.ts';
import { playbookWords } from './words.ts';

/** Who wrote or published something, as people call them. */
export function authorText(author: Author, language: Language): string {
  const words = playbookWords[language].authors;
  switch (author.by) {
    case 'person':
      return author.name;
    case 'key':
      return words.key(author.name);
    default:
      return words.deployment;
  }
}
