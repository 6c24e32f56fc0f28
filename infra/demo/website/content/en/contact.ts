export const contact = {
  title: 'Talk to us',
  description:
    'Tell us briefly what you are looking for. A colleague who knows about it will soon be in touch.',
  name: 'Name',
  message: 'What can we help you with?',
  phone: 'Phone number',
  button: 'Send',
  permission:
    'Yes, also mail me tips about leads and sales now and then. One click in any mail unsubscribes me.',
  after: {
    title: 'What happens next',
    list: [
      'You get a mail at once, and an answer within one working day.',
      'You hear from somebody who does this work, not from a call centre.',
      'In half an hour you know whether we can help. If not, we say so.',
    ],
  },
};
