import type { ValuesWords } from './en.ts';

export const nl: ValuesWords = {
  link: 'Wijzig wat we weten',
  title: (who) => `Wat we weten van ${who}`,
  intro:
    'Wat je hier typt, telt zwaarder dan wat een ander zei, ook de persoon zelf. Wat het vervangt, blijft op de pagina van de lead staan onder ‘Ook gezegd’. Maak een veld leeg als het niet klopt en je het niet beter weet: dan is er niets bekend.',
  required: 'verplicht',
  save: 'Opslaan',
  back: 'Terug naar de lead',
  notYet: 'Dit is nog niet opgeslagen:',
  conflict:
    'Dit is veranderd terwijl je typte, dus er is nog niets opgeslagen. Bekijk het, en sla opnieuw op:',
  meanwhile: (value, who, at) => `Nu staat er ‘${value}’, van ${who}, ${at}.`,
  meanwhileEmpty: (who, at) => `Nu is het leeg, door ${who}, ${at}.`,
  lastChanged: (who, at) => `Laatst gewijzigd door ${who}, ${at}.`,
  done: {
    values: 'Opgeslagen.',
    same: 'Je hebt niets gewijzigd, dus er is niets opgeslagen.',
    added: 'Toegevoegd. Kenden we deze persoon al, dan staat er nu bij wat je typte.',
  },
  takesMoment: 'Het duurt even voor je het hier ziet: laad de pagina over een paar seconden opnieuw.',
  beingAdded: 'Deze persoon wordt toegevoegd',
  again: 'Laad opnieuw',
  changed: (who) => `${who} wijzigde wat we weten`,
  addedBy: (who, source) => `Toegevoegd door ${who}: ${source}`,
  emptied: 'niets bekend',
  add: {
    title: 'Voeg iemand toe',
    intro: 'Iemand die je ontmoette, of die belde. Is die al bekend? Dan komt erbij wat je typt.',
    introSales:
      'Iemand die je ontmoette, of die belde. Je ziet alleen leads die zijn overgedragen: deze persoon gaat eerst naar marketing, en komt naar sales zodra die rijp is, of om contact vraagt. Wat je typt telt, ook als de persoon al bekend is.',
    toMarketing:
      'Toegevoegd: de persoon is nu bij marketing. Je ziet de lead hier zodra die aan sales is overgedragen.',
    erased:
      'Deze persoon is gewist, dus er is niets opgeslagen. Alleen iets wat de persoon zelf doet, zoals een formulier insturen, brengt de lead terug.',
    who: 'Wie',
    email: 'E-mailadres',
    more: 'Meer',
    from: 'Hoe jullie elkaar troffen',
    source: 'Waar het vandaan komt',
    sourceHint: 'Zoals: Beurs in Utrecht',
    interest: 'Waar de persoon om vroeg',
    interestHint:
      'Laat dit leeg als er niets werd gevraagd. Zonder dit, of zonder toestemming, blijft het een naam, die niet naar sales gaat tot de persoon om contact vraagt.',
    locale: 'Taal van de persoon',
    noLocale: 'Niet bekend',
    permission: 'Toestemming voor mail',
    permissionHint:
      'Laat dit leeg als er geen toestemming is gegeven: dan sturen we geen marketingmail, en blijft het een naam.',
    wording: 'Met welke woorden die is gegeven',
    wordingHint: 'De tekst waar de persoon ja op zei. Die bewaren we als bewijs.',
    page: 'Waar die woorden stonden',
    pageHint: 'Het adres van een pagina, of bijvoorbeeld: formulier op onze stand',
    on: 'Op welke dag',
    subjects: 'Voor mail over',
    confirm: 'Stuur een mail die vraagt om het te bevestigen',
    confirmHint: 'Zolang dat niet is gebeurd, sturen we geen marketingmail.',
    button: 'Voeg toe',
    back: 'Terug naar de leads',
  },
  problems: {
    missing: 'Vul dit in.',
    'no-day': 'Vul een dag in, zoals 2026-11-22.',
    future: 'Deze dag moet nog komen.',
    'no-subject': 'Vink aan wat de woorden noemen, minstens één.',
  },
};
