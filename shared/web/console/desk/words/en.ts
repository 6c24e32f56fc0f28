export const en = {
  answer: (name: string) => `Answer: ${name}`,
  toLead: 'To the lead',
  stage: (stage: string) => `This lead is ${stage}.`,
  told: 'What sales did',
  nothing: 'Nothing yet.',
  correct: 'Correct',
  correctThis: (what: string) => `Correct: ${what}`,
  correcting: 'You are correcting:',
  notCorrecting: 'Rather not',
  calendar: 'Add the call to your calendar',
  call: (name: string) => `Call ${name}`,
  unknown: 'There is no such lead',
  unknownMore: 'It may have been erased.',
};

export type DeskWords = typeof en;
