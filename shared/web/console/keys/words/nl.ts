import type { KeyWords } from './en.ts';

export const nl: KeyWords = {
  title: 'API-sleutels',
  intro:
    'Je eigen systemen, zoals een CRM, gebruiken de API met een sleutel. Geef elk systeem een eigen sleutel, die niet meer mag dan nodig.',
  made: (name) => `De sleutel van ${name}`,
  shownOnce: 'Kopieer hem nu: je ziet hem maar één keer, en hij wordt nergens bewaard.',
  copied: 'Ik heb hem gekopieerd',
  make: 'Sleutel maken',
  name: 'Waar is hij voor?',
  nameHint: 'Bijvoorbeeld: CRM, website, datawarehouse',
  scopes: 'Wat mag hij?',
  scope: {
    'read-leads': { may: 'Leads bekijken', more: 'lijsten, leads en hun tijdlijn' },
    'change-leads': { may: 'Leads toevoegen en wijzigen', more: 'mensen uit een ander systeem' },
    'act-for-sales': {
      may: 'Namens sales antwoorden',
      more: 'een lead overnemen, teruggeven, winnen en verliezen',
    },
    erase: { may: 'Leads wissen', more: 'voorgoed' },
    reports: { may: 'Rapporten bekijken', more: 'alleen cijfers' },
    'read-playbook': { may: 'Het playbook lezen', more: 'bestanden, versies en concept' },
    'change-playbook': { may: 'Het playbook wijzigen', more: 'het concept, en wat live is' },
  },
  wrong: {
    nameMissing: 'Geef hem een naam, dan weet je later welke je moet intrekken.',
    nameTaken: 'Er is al een sleutel met deze naam. Kies een andere naam, of trek die eerst in.',
    scopesMissing: 'Kies minstens één ding dat hij mag.',
  },
  list: 'Sleutels die werken',
  none: 'Er is nog geen sleutel. Heb je er een gemaakt, dan zie je hiermee je beste leads:',
  ofCompany:
    'Sleutels in company.ts staan hier niet: die mogen alles, tot je de stack opnieuw uitrolt zonder die sleutels.',
  columns: { name: 'Sleutel', may: 'Mag', made: 'Gemaakt', used: 'Laatst gebruikt' },
  madeBy: (who, when) => `${when} door ${who}`,
  neverUsed: 'nooit',
  withdraw: 'Intrekken',
  withdrawNamed: (name) => `${name} intrekken`,
  sure: (name) => `De sleutel van ${name} intrekken?`,
  sureMore: 'Wat hem gebruikt, krijgt binnen een minuut geen antwoord meer. Dit kun je niet terugdraaien.',
  keep: 'Laten staan',
  withdrawn: 'Ingetrokken',
  withdrawnBy: (who, when) => `ingetrokken op ${when} door ${who}`,
};
