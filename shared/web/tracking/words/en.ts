export type LinkWords = typeof en;

export const en = {
  unknown: {
    title: 'This link does not work',
    text: 'Part of it is probably missing, or the mail has been erased.',
  },
  unavailable: {
    title: 'This link does not work right now',
    text: 'Please try again in a few seconds.',
  },
};
