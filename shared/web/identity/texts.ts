import type { Language, Localised } from '../../domain/language.ts';

/** What the pages about permission say. */
export const texts = {
  otherLanguage: { nl: 'English', en: 'Nederlands' },
  toPreferences: { nl: 'Naar je voorkeuren', en: 'To your preferences' },
  confirm: { nl: 'Bevestig je aanmelding', en: 'Confirm that you want our mails' },
  agreed: { nl: 'Je hebt dit aangevinkt:', en: 'You ticked this:' },
  confirmText: {
    nl: 'Klik op de knop, dan weten we zeker dat jij het bent. Was jij het niet? Dan hoef je niets te doen.',
    en: 'Press the button, so that we know it was you. Was it not? Then there is nothing you need to do.',
  },
  confirmButton: { nl: 'Ja, dat wil ik', en: 'Yes, I want that' },
  confirmed: { nl: 'Dank je, je bent aangemeld', en: 'Thank you, you are signed up' },
  confirmedText: {
    nl: 'Je kunt altijd kiezen wat je krijgt, of je afmelden.',
    en: 'You can choose what you get, or unsubscribe, at any time.',
  },
  unsubscribe: { nl: 'Wil je je afmelden?', en: 'Do you want to unsubscribe?' },
  unsubscribeText: {
    nl: 'Je krijgt dan geen tips, nieuwsbrieven en uitnodigingen meer. Wat je zelf aanvraagt, krijg je nog wel.',
    en: 'You will get no more tips, newsletters and invitations. What you request yourself still reaches you.',
  },
  unsubscribeButton: { nl: 'Meld me af', en: 'Unsubscribe' },
  unsubscribed: { nl: 'Je bent afgemeld', en: 'You are unsubscribed' },
  unsubscribedText: {
    nl: 'Dat geldt vanaf nu. Een mail die al onderweg was, kan nog aankomen.',
    en: 'This holds from now on. A mail that was on its way already may still arrive.',
  },
  byMistake: { nl: 'Was het een vergissing?', en: 'Was it a mistake?' },
  againButton: { nl: 'Toch weer mails krijgen', en: 'Get mails again' },
  preferences: { nl: 'Jouw voorkeuren', en: 'Your preferences' },
  saved: { nl: 'Je voorkeuren zijn bewaard.', en: 'Your preferences are kept.' },
  isUnsubscribed: {
    nl: 'Je krijgt nu geen tips, nieuwsbrieven en uitnodigingen.',
    en: 'You get no tips, newsletters and invitations now.',
  },
  isPending: {
    nl: 'Je hebt je aanmelding nog niet bevestigd. Tot dan krijg je alleen wat je zelf aanvraagt.',
    en: 'You have not confirmed your sign-up yet. Until then you get only what you request.',
  },
  refuses: {
    nl: 'Mail aan dit adres kwam niet aan of was niet gewenst. We sturen niets meer.',
    en: 'Mail to this address did not arrive or was not welcome. We send nothing more.',
  },
  subjects: { nl: 'Waarover mogen we mailen?', en: 'What may we write about?' },
  pause: { nl: 'Even geen mail?', en: 'No mail for a while?' },
  pausedUntil: { nl: 'Je krijgt geen mail tot', en: 'You get no mail until' },
  keepPause: { nl: 'Zo laten', en: 'Leave it so' },
  noPause: { nl: 'Geen pauze', en: 'No pause' },
  weeks: { nl: 'weken', en: 'weeks' },
  save: { nl: 'Bewaar', en: 'Save' },
  nothingMore: { nl: 'Liever helemaal geen mail?', en: 'Rather no mail at all?' },
  kept: { nl: 'Wat we van je bewaren', en: 'What we keep of you' },
  about: { nl: 'Over jou', en: 'About you' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  since: { nl: 'Bewaard sinds', en: 'Kept since' },
  proofs: { nl: 'Je toestemming', en: 'Your permission' },
  noProofs: { nl: 'Je hebt ons nooit toestemming gegeven.', en: 'You never gave us permission.' },
  granted: { nl: 'Bevestigd op', en: 'Confirmed on' },
  withdrawn: { nl: 'Ingetrokken op', en: 'Withdrawn on' },
  did: { nl: 'Wat je deed', en: 'What you did' },
  mails: { nl: 'Mails die we stuurden', en: 'Mails we sent' },
  download: { nl: 'Download alles', en: 'Download everything' },
  erase: { nl: 'Alles wissen', en: 'Erase everything' },
  eraseText: {
    nl: 'We wissen alles wat hierboven staat. Dat is niet terug te draaien, en de links in onze mails werken dan niet meer.',
    en: 'We erase everything above. This cannot be undone, and the links in our mails stop working.',
  },
  eraseButton: { nl: 'Wis alles', en: 'Erase everything' },
  eraseSure: { nl: 'Weet je het zeker?', en: 'Are you sure?' },
  sureButton: { nl: 'Ja, wis alles', en: 'Yes, erase everything' },
  back: { nl: 'Nee, ga terug', en: 'No, go back' },
  erased: { nl: 'Alles is gewist', en: 'Everything is erased' },
  erasedText: {
    nl: 'Dit is je bewijs; bewaar het als je wilt. Wat overblijft is een onherleidbaar kenmerk, zodat er niets terugkomt. Vul je zelf weer een formulier in, dan beginnen we opnieuw.',
    en: 'This is your receipt; keep it if you like. What remains is a mark that leads to nobody, so that nothing comes back. If you fill in a form yourself again, we start anew.',
  },
  receipt: { nl: 'Kenmerk', en: 'Reference' },
  erasedAt: { nl: 'Gewist op', en: 'Erased on' },
  erasedEvents: { nl: 'Gebeurtenissen', en: 'Events' },
  erasedBrowsers: { nl: 'Browsers', en: 'Browsers' },
  erasedOthers: { nl: 'Overige gegevens', en: 'Other records' },
  unknown: { nl: 'Deze link werkt niet', en: 'This link does not work' },
  unknownText: {
    nl: 'Waarschijnlijk is hij niet helemaal meegekomen, of zijn je gegevens al gewist.',
    en: 'It probably did not come along whole, or your data was erased already.',
  },
  failed: { nl: 'Dat ging even mis', en: 'That did not work' },
  failedText: {
    nl: 'Er is nog niets veranderd. Probeer het over een paar seconden opnieuw.',
    en: 'Nothing has changed yet. Try again in a few seconds.',
  },
  tryAgain: { nl: 'Probeer opnieuw', en: 'Try again' },
} as const satisfies Record<string, Localised>;

/** What people did, by the type of the event, for one and for more. */
export const deeds = {
  page: { nl: ['pagina bekeken', 'pagina’s bekeken'], en: ['page seen', 'pages seen'] },
  track: {
    nl: ['handeling op de website', 'handelingen op de website'],
    en: ['act on the website', 'acts on the website'],
  },
  form: { nl: ['formulier ingestuurd', 'formulieren ingestuurd'], en: ['form sent in', 'forms sent in'] },
  import: {
    nl: ['keer genoemd door een ander systeem', 'keer genoemd door een ander systeem'],
    en: ['mention by another system', 'mentions by another system'],
  },
  open: { nl: ['mail geopend', 'mails geopend'], en: ['mail opened', 'mails opened'] },
  click: {
    nl: ['link in een mail gevolgd', 'links in mails gevolgd'],
    en: ['link in a mail followed', 'links in mails followed'],
  },
} as const;

/** A moment as people say it. */
export function told(at: string, locale: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(at));
}

/** A day as people say it. */
export function dayTold(at: string, locale: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone }).format(
    new Date(at),
  );
}
