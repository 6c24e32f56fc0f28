export type LinkWords = typeof en;

export const en = {
  unknown: {
    title: 'This link does not work',
    text: 'It probably did not come along whole, or the mail was erased.',
  },
  unavailable: {
    title: 'This link does not work right now',
    text: 'Please try again in a few seconds.',
  },
};
