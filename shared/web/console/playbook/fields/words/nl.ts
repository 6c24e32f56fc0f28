import type { FieldsWords } from './en.ts';

export const nl: FieldsWords = {
  intro:
    'De vragen die formulieren kunnen stellen, naast het e-mailadres en de toestemming die elk formulier heeft.',
  label: 'Vraag',
  type: 'Soort antwoord',
  types: { text: 'tekst', tel: 'telefoonnummer', number: 'getal of reeks', textarea: 'meerdere regels' },
  maxLength: 'Langste antwoord, in tekens',
  autocomplete: 'Wat browsers mogen invullen',
  autocompleteHint: 'Een woord uit de HTML-standaard, zoals given-name.',
  asked: 'Formulieren mogen het vragen',
  askedHint: 'Niet aangevinkt: het komt van de browser of een ander systeem.',
  newName: 'Korte naam van een nieuwe vraag',
  newNameHint: 'Letters en cijfers, zoals budget. Antwoorden worden eronder bewaard, dus hij blijft.',
  add: 'Voeg een vraag toe',
};
