import type { PersonalVariables } from './variables.ts';

/** A recipient whose mail can be previewed. */
export interface PreviewedLead {
  profile?: PersonalVariables;
  consent?: { mail: string };
}

const noor = {
  firstName: 'Noor',
  lastName: 'Jansen',
  company: 'Jansen Installaties',
  jobTitle: 'Marketing manager',
};

/** Invented people, of whom all but two are awkward for whoever writes a mail. */
export const inventedRecipients = {
  /** Still has to confirm the permission. */
  pending: { profile: noor, consent: { mail: 'pending' } },
  confirmed: { profile: noor, consent: { mail: 'granted' } },
  /** Nothing is known but the address. */
  nameless: {},
  long: {
    profile: {
      firstName: 'Wolfeschlegelsteinhausenbergerdorff-Konstantinopoulou',
      lastName: 'van der Hooggeschapen-Buitenveldert tot Westbroek en Achttienhoven',
      company: 'Samenwerkingsverband Machinebouw en Installatietechniek Noordoost-Nederland Coöperatief U.A.',
      jobTitle: 'Plaatsvervangend hoofd marketing, communicatie en commerciële ontwikkeling',
    },
    consent: { mail: 'pending' },
  },
  /** Characters that a careless mail would show wrongly. */
  foreign: {
    profile: {
      firstName: 'Žofia 王',
      lastName: "O'Łukasiewicz",
      company: 'Çağlar & Søn <Grüße>',
      jobTitle: '“Chief” Ñandú',
    },
    consent: { mail: 'granted' },
  },
} as const satisfies Record<string, PreviewedLead>;

export type InventedRecipient = keyof typeof inventedRecipients;

export function isInventedRecipient(name: string): name is InventedRecipient {
  return Object.hasOwn(inventedRecipients, name);
}
