import { ourCompany } from '../../../our-company.ts';

export const site = {
  tagline: 'leads that sales wants to call',
  skip: 'Skip to the content',
  menu: 'Main menu',
  nav: { product: 'Product', pricing: 'Pricing', demo: 'Demo', guides: 'Guides', contact: 'Contact' },
  getWhitepaper: 'Get the whitepaper',
  notFound: {
    title: 'This page does not exist',
    text: 'Perhaps the link is old, or there is a letter too many in the address.',
    back: 'Go to the front page',
  },
  footer: {
    about:
      'Software that tells marketing and sales, in the same words, when a lead is ready for a conversation.',
    pages: 'Pages',
    cookieSettings: 'Cookie settings',
    cookies: 'Privacy and cookies',
    fictional: `${ourCompany.name} is an invented company. This website demonstrates Kansrijk.`,
  },
  newsletter: {
    title: 'One idea every week',
    text: 'About leads, to use the same day. Two minutes to read.',
    button: 'Sign up',
    permission: 'Yes, mail me the newsletter every week. One click in any mail unsubscribes me.',
  },
  cookieBar: {
    title: 'May we remember what you read here?',
    text: 'Then we only call or mail about what interests you. If you refuse, we keep nothing and everything works.',
    accept: 'Accept',
    refuse: 'Refuse',
    more: 'What we keep',
    gpc: 'Your browser asks not to be tracked. We honour that, whatever you choose here.',
  },
  form: {
    email: 'E-mail address',
    optional: 'optional',
    leaveEmpty: 'Leave this field empty',
    known: 'Good to see you again. We have your e-mail address.',
    stranger: 'I am somebody else',
    failed: 'Something is not right yet. Please check what you filled in.',
  },
};
