export const en = {
  intro:
    'The questions that forms can ask, besides the e-mail address and the permission, which every form has.',
  label: 'Question',
  type: 'Kind of answer',
  types: { text: 'text', tel: 'phone number', number: 'number or range', textarea: 'several lines' },
  maxLength: 'Longest answer, in characters',
  autocomplete: 'What browsers may fill in',
  autocompleteHint: 'A word of the HTML standard, such as given-name.',
  asked: 'Forms may ask it',
  askedHint: 'Not ticked: it comes from the browser or another system.',
  newName: 'Short name of a new question',
  newNameHint: 'Letters and digits, such as budget. Answers are stored under it, so it stays.',
  add: 'Add a question',
};

export type FieldsWords = typeof en;
