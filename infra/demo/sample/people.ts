/** An invented person, and what they did on the demo website. */
export interface Person {
  /** The visitor id and the idempotency key, so that the same person never comes twice. */
  id: string;
  /** The pages of each visit, and how many days ago it was. */
  visits: { daysAgo: number; pages: string[] }[];
  form: string;
  answers: Record<string, string | boolean>;
}

const guides = ['fit', 'readiness', 'scoring'].map((slug) => `/guides/${slug}`);
const thorough = ['/', '/product', '/pricing', '/demo', ...guides];

/** Each of them shows another way a visit can continue. */
export const people: readonly Person[] = [
  {
    id: 'sample-anouk',
    visits: [20, 17, 14, 11, 8, 5, 2, 1].map((daysAgo) => ({ daysAgo, pages: thorough })),
    form: 'whitepaper',
    answers: {
      email: 'anouk.devries@meubelfabriek-noord.example',
      permission: true,
      firstName: 'Anouk',
      lastName: 'de Vries',
      jobTitle: 'Hoofd marketing',
      company: 'Meubelfabriek Noord',
      employees: '180',
    },
  },
  {
    id: 'sample-thomas',
    visits: [{ daysAgo: 1, pages: ['/', '/pricing'] }],
    form: 'contact',
    answers: {
      email: 'thomas@bakker-logistics.example',
      name: 'Thomas Bakker',
      phone: '+31 6 00000000',
      message: 'We have 3,000 addresses and no idea whom to call. Can you show me how this works?',
    },
  },
  {
    id: 'sample-emma',
    visits: [
      { daysAgo: 30, pages: guides },
      { daysAgo: 12, pages: thorough },
      { daysAgo: 9, pages: thorough },
      { daysAgo: 3, pages: thorough },
      { daysAgo: 2, pages: ['/', '/guides/', '/pricing', '/demo'] },
      { daysAgo: 1, pages: ['/guides/handover', '/demo'] },
    ],
    form: 'demo',
    answers: {
      email: 'emma.jansen@groenteweb.example',
      permission: true,
      firstName: 'Emma',
      company: 'Groenteweb',
      employees: '45',
    },
  },
  {
    id: 'sample-luuk',
    visits: [
      { daysAgo: 40, pages: ['/', ...guides] },
      { daysAgo: 6, pages: ['/', ...guides, '/product'] },
    ],
    form: 'whitepaper',
    answers: {
      email: 'luuk@installatiebedrijf-smit.example',
      permission: true,
      firstName: 'Luuk',
      company: 'Installatiebedrijf Smit',
    },
  },
  {
    id: 'sample-sofie',
    visits: [{ daysAgo: 4, pages: ['/', '/guides/scoring'] }],
    form: 'newsletter',
    answers: { email: 'sofie.peeters@studio-peeters.example', permission: true },
  },
  {
    id: 'sample-daan',
    visits: [16, 13, 10, 7, 4, 3, 2, 1].map((daysAgo) => ({ daysAgo, pages: thorough })),
    form: 'whitepaper',
    answers: { email: 'daan.student@gmail.com', permission: true, firstName: 'Daan', employees: '1' },
  },
];
