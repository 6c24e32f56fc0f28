export const en = {
  product: 'Kansrijk',
  toContent: 'To the content',
  menu: 'Pages',
  pages: {
    today: 'Today',
    leads: 'Leads',
    mine: 'My leads',
    handovers: 'Hand-overs',
    companies: 'Companies',
    reports: 'Reports',
    mails: 'Mails',
    people: 'People',
    keys: 'API keys',
    log: 'Log',
  },
  roles: { sales: 'sales', marketing: 'marketing', admin: 'admin' },
  signedInAs: (name: string, role: string) => `${name}, ${role}`,
  signOut: 'Sign out',
  errors: {
    unknown: 'There is no such page',
    unknownMore: 'The address may be incomplete, or what it showed is gone.',
    notAllowed: 'Your role does not allow this',
    notAllowedMore: 'Ask an admin if you need it for your work.',
    origin: 'This did not come from a page of the console',
    originMore: 'Nothing was changed. Open the console at its own address and try again.',
    unavailable: 'This is not possible right now',
    unavailableMore: 'Nothing you typed is lost: try again in a few seconds.',
    again: 'Try again',
    home: 'To Today',
  },
};

export type ConsoleWords = typeof en;
