import type { PeopleWords } from './en.ts';

export const nl: PeopleWords = {
  title: 'Mensen',
  intro:
    'Wie in deze lijst staat, kan inloggen. Wat je hier wijzigt, geldt vanaf de volgende pagina die iemand opent.',
  name: 'Naam',
  email: 'E-mailadres',
  role: 'Rol',
  roles: {
    sales: 'Sales: overgedragen leads',
    marketing: 'Marketing: leads en draaiboek',
    admin: 'Beheer: alles',
  },
  member: 'In het salesteam als',
  memberHint: 'Van wie de leads zijn. Het team staat in het draaiboek.',
  noMember: 'niemand',
  signedIn: 'Laatst ingelogd',
  never: 'nog niet',
  change: (name) => `${name} wijzigen`,
  named: 'staat in company.ts',
  leaving: 'verwijderen niet afgerond',
  add: 'Iemand toevoegen',
  addPool:
    'Er gaat geen mail uit: geef zelf het adres van de console door. Inloggen gaat met een code per mail.',
  addIssuer:
    'Er gaat geen mail uit: geef zelf het adres van de console door. Inloggen gaat met het account van je bedrijf.',
  wrong: {
    email: 'Dit is geen e-mailadres. Een adres ziet eruit als naam@example.com.',
    name: 'Vul de naam in die collega’s kennen.',
    known: (name, role) => `${name} staat al in de lijst, als ${role}. Wijzig dat in de lijst.`,
  },
  namedMore: 'In company.ts staat dat deze persoon beheerder is. Daarom kun je de rol hier niet wijzigen.',
  save: 'Opslaan',
  conflict: (by, role) => `Er is niets gewijzigd: ${by} heeft de rol intussen op ${role} gezet.`,
  sessions: 'Overal uitloggen',
  sessionsMore: 'Voor een apparaat dat kwijt is. Alle sessies eindigen; opnieuw inloggen kan gewoon.',
  remove: 'Verwijderen',
  removeMore: 'De toegang stopt direct. Leads, notities en antwoorden blijven.',
  sure: (name) => `${name} verwijderen?`,
  keep: 'Niet verwijderen',
  unknown: 'Deze persoon staat niet in de lijst',
  unknownMore: 'Misschien heeft iemand hem of haar verwijderd.',
  back: 'Naar de lijst met mensen',
  done: {
    added: 'Toegevoegd.',
    changed: 'Opgeslagen.',
    ended: 'Alle sessies zijn beëindigd.',
    removed: 'Verwijderd.',
  },
};
