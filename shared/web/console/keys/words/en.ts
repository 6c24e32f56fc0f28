export const en = {
  title: 'API keys',
  intro:
    'Systems of your own, such as a CRM, use the API with a key. Give each its own, with no more than it needs.',
  made: (name: string) => `The key of ${name}`,
  shownOnce: 'Copy it now: it is shown this once, and stored nowhere.',
  copied: 'I have copied it',
  make: 'Make a key',
  name: 'What is it for?',
  nameHint: 'Such as: CRM, website, data warehouse',
  scopes: 'What may it do?',
  scope: {
    'read-leads': { may: 'Read leads', more: 'lists, leads and their timelines' },
    'change-leads': { may: 'Add and change leads', more: 'people from another system' },
    'act-for-sales': { may: 'Act for sales', more: 'accept, return, win and lose a lead' },
    erase: { may: 'Erase leads', more: 'for good' },
    reports: { may: 'Read reports', more: 'numbers only' },
    'read-playbook': { may: 'Read the playbook', more: 'its files, versions and draft' },
    'change-playbook': { may: 'Change the playbook', more: 'its draft, and what is live' },
  },
  wrong: {
    nameMissing: 'Give it a name, so that you know later which one to withdraw.',
    nameTaken: 'A key with this name exists. Choose another name, or withdraw that one first.',
    scopesMissing: 'Choose at least one thing that it may do.',
  },
  list: 'Keys that work',
  none: 'There is no key yet. Once you have made one, this lists your best leads:',
  ofCompany:
    'Keys in company.ts are not listed here: they may do everything, until the next deployment without them.',
  columns: { name: 'Key', may: 'May', made: 'Made', used: 'Last used' },
  madeBy: (who: string, when: string) => `${when} by ${who}`,
  neverUsed: 'never',
  withdraw: 'Withdraw',
  withdrawNamed: (name: string) => `Withdraw ${name}`,
  sure: (name: string) => `Withdraw the key of ${name}?`,
  sureMore: 'What uses it gets no answer any more, within a minute. This cannot be undone.',
  keep: 'Keep it',
  withdrawn: 'Withdrawn',
  withdrawnBy: (who: string, when: string) => `withdrawn on ${when} by ${who}`,
};

export type KeyWords = typeof en;
