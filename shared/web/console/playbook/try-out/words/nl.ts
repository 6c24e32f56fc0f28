import type { TryOutWords } from './en.ts';

export const nl: TryOutWords = {
  title: 'Wat zou dit doen?',
  back: 'Terug naar het playbook',
  open: 'Wat zou dit doen?',
  busy: 'De leads worden bekeken. Dat duurt enkele seconden.',
  again: 'Opnieuw kijken',
  all: (leads) =>
    `Als je het concept nu publiceerde, zou dit veranderen voor de ${leads} die er zijn. Ze zijn allemaal bekeken.`,
  some: (sampled, leads) =>
    `Als je het concept nu publiceerde, zou dit veranderen voor de ${leads} die er zijn. ${sampled} daarvan zijn bekeken, gekozen door toeval: elk getal is een schatting, en het echte ligt met 95 % zekerheid tussen de twee die ernaast staan.`,
  leads: { one: 'lead', other: 'leads' },
  nothing:
    'Er zou voor niemand iets veranderen: geen score, geen fit, geen overdracht en geen mail van de komende week.',
  changed: (count) => `Er zou iets veranderen voor ${count}.`,
  between: (low, high) => `${low} tot ${high}`,
  sales: {
    title: 'Sales',
    'handed-over': (reason) => `zouden meteen worden overgedragen: ${reason}`,
    reasons: {
      threshold: 'ze halen de drempel',
      'hand-raiser': 'ze vroegen om contact',
      stalled: 'ze zijn al lang warm',
    },
    crosses:
      'zouden de drempel halen, maar niet worden overgedragen: sales heeft ze al, of ze passen niet of gaven geen toestemming',
    'falls-back': 'zouden onder de drempel zakken; wat is overgedragen blijft bij sales',
    none: 'Niemand zou worden overgedragen, en niemand zou onder de drempel zakken.',
  },
  fit: {
    title: 'Fit',
    change: (from, to) => `fit: ${from} → ${to}`,
    fits: { good: 'goed', bad: 'slecht', unknown: 'niet bekend' },
    none: 'De fit van niemand zou veranderen.',
  },
  band: {
    title: 'Banden',
    change: (from, to) => `band: ${from} → ${to}`,
    bands: { newsletter: 'nieuwsbrief', guides: 'gidsen', ads: 'advertenties', call: 'bellen' },
    none: 'Niemand zou naar een andere band gaan.',
  },
  mails: {
    title: 'Mails van de komende week',
    intro: (until) => `Tot ${until}, als niemand intussen iets doet.`,
    'mail-more': (mail, sequence) => `zouden ${mail} krijgen (${sequence})`,
    'mail-less': (mail, sequence) => `zouden ${mail} niet krijgen (${sequence})`,
    newsletter: 'nieuwsbrief of eenmalige mail',
    none: 'Dezelfde mails zouden uitgaan als zonder het concept.',
  },
  examples: {
    title: 'Voorbeelden',
    hidden: (count) => `${count} die je niet mag zien zijn weggelaten.`,
    none: 'De leads die veranderen mag je niet zien.',
  },
  unread: (count) =>
    `${count} deden te veel om opnieuw te lezen: zij zijn beoordeeld naar de score die ze hebben.`,
  cost: (units, seconds) => `Dit kostte ${units} en ${seconds} s. Er is niets veranderd.`,
  units: { one: 'leeseenheid', other: 'leeseenheden' },
  failed: 'Het antwoord kwam niet op tijd. Er is niets veranderd: probeer het opnieuw.',
  mistakes: 'Het concept heeft fouten. Herstel die eerst:',
  moreMistakes: (count) => `En nog ${count}.`,
  notListed:
    'De lijst van leads wordt gemaakt, zoals na een eerste deployment. Probeer het over enkele minuten opnieuw.',
  unpublished:
    'Er is nog geen playbook met zijn bestanden gepubliceerd. Deploy één keer, dan kan een concept hier worden geprobeerd.',
};
