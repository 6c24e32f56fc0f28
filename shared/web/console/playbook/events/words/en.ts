export const en = {
  intro:
    'A webinar or seminar of one date. Sequences that are about it send the invitation, the reminder and what comes after. When you change its moments, mails that were not sent yet follow within a day.',
  none: 'There are no webinars or seminars yet.',
  title: 'Title',
  titleHint: 'As people read it, also in their calendar.',
  start: 'Begins',
  end: 'Ends',
  timeZone: 'Time zone',
  timeZoneHint: 'Such as Europe/Amsterdam. Empty: that of the mailing rules.',
  place: 'Place',
  placeHint: 'Empty when it is only online.',
  link: 'Where it is online',
  linkHint: 'Begins with https://',
  form: 'Form to register with',
  moved: 'You moved it on',
  movedHint: 'Whoever registered before this gets the mail that says so.',
  cancelled: 'It does not take place',
  cancelledHint: 'Only the mail that says so is still sent.',
  attended: 'How we hear who came',
  attendedHint:
    'All three empty: by the event Webinar Attended, whose property webinar is the short name above.',
  came: {
    event: 'Event of your website or product',
    property: 'Its property',
    is: 'The value',
  },
  newName: 'Short name of a new one',
  newNameHint:
    'Small letters and dashes, such as webinar-march. It is stored with who registered, and stays.',
  add: 'Add a webinar or seminar',
  begin: 'Make the file of webinars and seminars',
  beginIntro: 'Then sequences can send mails around a date: invitation, reminder, thank-you.',
};

export type EventsWords = typeof en;
