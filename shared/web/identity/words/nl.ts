import { BACKUP_DAYS } from '../../../domain/identity/backups.ts';
import type { IdentityWords } from './en.ts';

const backups = `In reservekopieën staat het nog ${BACKUP_DAYS} dagen, voor als ons systeem uitvalt; daarna is het ook daar weg.`;

export const nl: IdentityWords = {
  toPreferences: 'Naar je voorkeuren',
  unsubscribeButton: 'Meld me af',
  subscribeAgain: 'Toch weer mails krijgen',
  confirm: {
    title: 'Bevestig je aanmelding',
    agreed: 'Je hebt dit aangevinkt:',
    text: 'Klik op de knop, dan weten we zeker dat jij het bent. Was jij het niet? Dan hoef je niets te doen.',
    button: 'Ja, dat wil ik',
  },
  confirmed: {
    title: 'Dank je, je bent aangemeld',
    text: 'Je kunt altijd kiezen wat je krijgt, of je afmelden.',
  },
  unsubscribe: {
    title: 'Wil je je afmelden?',
    text: 'Je krijgt dan geen tips, nieuwsbrieven en uitnodigingen meer. Wat je zelf aanvraagt, krijg je nog wel.',
  },
  unsubscribed: {
    title: 'Je bent afgemeld',
    text: 'Dat geldt vanaf nu. Een mail die al onderweg was, kan nog aankomen.',
    byMistake: 'Was het een vergissing?',
  },
  preferences: {
    title: 'Jouw voorkeuren',
    saved: 'Je voorkeuren zijn bewaard.',
    isUnsubscribed: 'Je krijgt nu geen tips, nieuwsbrieven en uitnodigingen.',
    isPending:
      'Je hebt het volgende nog niet bevestigd. Tot dan krijg je er geen mail over, behalve wat je zelf aanvraagt.',
    isClosed: {
      'hard-bounce':
        'Je adres weigerde onze mail, dus we sturen niets meer. Werkt het weer? Druk dan op de knop.',
      'soft-bounces':
        'Je adres weigerde onze mail, dus we sturen niets meer. Werkt het weer? Druk dan op de knop.',
      complaint:
        'Onze mail is als spam gemeld, dus we sturen niets meer, ook niet wat je zelf aanvraagt. Was dat een vergissing? Druk dan op de knop.',
    },
    subjects: 'Waarover mogen we mailen?',
    pause: 'Even geen mail?',
    pausedUntil: (day) => `Je krijgt geen mail tot ${day}.`,
    keepPause: 'Zo laten',
    noPause: 'Geen pauze',
    weeks: { one: 'week', other: 'weken' },
    save: 'Bewaar',
    noMailAtAll: 'Liever helemaal geen mail?',
  },
  stored: {
    title: 'Wat we van je bewaren',
    about: 'Over jou',
    email: 'E-mailadres',
    since: 'Bewaard sinds',
    fromColleague: 'opgeschreven door een van ons',
    from: (source) => `van ${source}`,
    permission: 'Je toestemming',
    noPermission: 'Je hebt ons nooit toestemming gegeven.',
    granted: 'Bevestigd op',
    withdrawn: 'Ingetrokken op',
    ended: {
      'hard-bounce': 'Vervallen omdat je adres onze mail weigerde, op',
      'soft-bounces': 'Vervallen omdat je adres onze mail weigerde, op',
      complaint: 'Vervallen omdat onze mail als spam is gemeld, op',
    },
    did: 'Wat je deed',
    mails: 'Mails die we stuurden',
    download: 'Download alles',
    activity: {
      page: { one: 'pagina bekeken', other: 'pagina’s bekeken' },
      stay: {
        one: 'notitie van hoelang een pagina is bekeken',
        other: 'notities van hoelang een pagina is bekeken',
      },
      track: { one: 'handeling op de website', other: 'handelingen op de website' },
      form: { one: 'formulier ingestuurd', other: 'formulieren ingestuurd' },
      import: {
        one: 'notitie van ons of een ander systeem',
        other: 'notities van ons of een ander systeem',
      },
      open: { one: 'mail geopend', other: 'mails geopend' },
      click: { one: 'link in een mail gevolgd', other: 'links in mails gevolgd' },
    },
  },
  erase: {
    title: 'Alles wissen',
    text: `We wissen alles wat we van je bewaren. Dat is niet terug te draaien, en de links in onze mails werken dan niet meer. ${backups}`,
    button: 'Wis alles',
    sure: 'Weet je het zeker?',
    sureButton: 'Ja, wis alles',
    back: 'Nee, ga terug',
  },
  erasing: {
    title: 'Je gegevens worden gewist',
    text: `Dit is je bewijs; bewaar het als je wilt. We zijn begonnen, maar konden niet alles meteen wissen. De rest volgt vanzelf, meestal binnen enkele minuten; je hoeft niets te doen. We sturen je niets meer. ${backups}`,
    at: 'Gevraagd op',
  },
  erased: {
    title: 'Alles is gewist',
    text: `Dit is je bewijs; bewaar het als je wilt. Wat overblijft zijn onherleidbare kenmerken, zodat er niets terugkomt. ${backups} Vul je zelf weer een formulier in, dan beginnen we opnieuw.`,
    receipt: 'Kenmerk',
    at: 'Gewist op',
    events: 'Gebeurtenissen',
    browsers: 'Browsers',
    others: 'Overige gegevens',
  },
  unknown: {
    title: 'Deze link werkt niet',
    text: 'Waarschijnlijk is hij niet helemaal meegekomen, of zijn je gegevens al gewist.',
  },
  failed: {
    title: 'Dat ging even mis',
    text: 'Probeer het over een paar seconden opnieuw.',
    uncertain:
      'Misschien is het nog niet gelukt. Probeer het over een paar seconden opnieuw; twee keer kan geen kwaad.',
    again: 'Probeer opnieuw',
  },
};
