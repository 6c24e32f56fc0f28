import { ourCompany } from '../../../our-company.ts';
import type { site as en } from '../en/site.ts';

export const site: typeof en = {
  tagline: 'leads die sales wil bellen',
  skip: 'Naar de inhoud',
  menu: 'Hoofdmenu',
  nav: { product: 'Product', pricing: 'Prijzen', demo: 'Demo', guides: 'Gidsen', contact: 'Contact' },
  getWhitepaper: 'Vraag de whitepaper aan',
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Misschien is de link oud, of staat er een letter te veel in het adres.',
    back: 'Naar de voorpagina',
  },
  footer: {
    about:
      'Software die marketing en sales in dezelfde woorden vertelt wanneer een lead rijp is voor een gesprek.',
    pages: 'Pagina’s',
    cookieSettings: 'Cookie-instellingen',
    cookies: 'Privacy en cookies',
    fictional: `${ourCompany.name} is een verzonnen bedrijf. Deze website laat Kansrijk zien.`,
  },
  newsletter: {
    title: 'Elke week één idee',
    text: 'Over leads, dezelfde dag te gebruiken. In twee minuten gelezen.',
    button: 'Aanmelden',
    permission: 'Ja, mail mij elke week de nieuwsbrief. Afmelden kan met één klik, in elke mail.',
  },
  cookieBar: {
    title: 'Mogen we onthouden wat je hier leest?',
    text: 'Dan bellen en mailen we alleen over wat je interesseert. Weiger je, dan bewaren we niets en werkt alles gewoon.',
    accept: 'Toestaan',
    refuse: 'Weigeren',
    more: 'Wat we bewaren',
    gpc: 'Je browser vraagt om niet gevolgd te worden. Daar houden we ons aan, wat je hier ook kiest.',
  },
  form: {
    email: 'E-mailadres',
    optional: 'niet verplicht',
    leaveEmpty: 'Laat dit veld leeg',
    known: 'Fijn dat je er weer bent. We hebben je e-mailadres al.',
    stranger: 'Ik ben iemand anders',
    failed: 'Er klopt nog iets niet. Kijk even na wat je hebt ingevuld.',
  },
};
