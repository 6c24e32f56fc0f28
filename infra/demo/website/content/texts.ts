import type { Child } from 'hono/jsx';
import type { Language } from '../../../../shared/domain/language.ts';

export interface Titled {
  title: string;
  text: string;
}

/** A page's title and description, for the browser tab, search engines and the page's own heading. */
export interface Head {
  title: string;
  description: string;
}

export interface Guide extends Head {
  slug: string;
  minutes: number;
  body: Child;
}

export interface SiteTexts {
  tagline: string;
  skip: string;
  menu: string;
  nav: { product: string; pricing: string; demo: string; guides: string; contact: string };
  otherLanguage: string;
  getWhitepaper: string;
  notFound: Titled & { back: string };
  footer: { about: string; pages: string; cookieSettings: string; cookies: string; fictional: string };
  newsletter: Titled & { button: string; permission: string };
  cookieBar: Titled & { accept: string; refuse: string; more: string; gpc: string };
  form: {
    email: string;
    optional: string;
    leaveEmpty: string;
    failed: string;
    known: string;
    stranger: string;
  };
}

export interface HomeTexts extends Head {
  intro: string;
  tryDemo: string;
  steps: { title: string; list: Titled[] };
  matrix: Titled & { fit: [string, string]; ready: [string, string, string]; cells: string[] };
  agreement: { title: string; list: Titled[] };
  guides: Titled & { all: string };
  closing: Titled;
  picture: { name: string; job: string; ready: string; lines: [string, string][] };
}

export interface ProductTexts extends Head {
  parts: (Titled & { points: string[] })[];
  ledger: {
    caption: string;
    columns: [string, string, string];
    rows: [string, string, number][];
    total: string;
  };
}

export interface PricingTexts extends Head {
  month: string;
  plans: { name: string; price: string; for: string; points: string[]; action: string; best?: string }[];
  questions: { title: string; list: Titled[] };
}

export interface DemoTexts extends Head {
  progress: string;
  done: Titled & { action: string };
  threshold: { label: string; result: string };
  steps: (Titled & { id: string; action: string; detail: [string, string][] })[];
}

export interface WhitepaperTexts extends Head {
  inside: { title: string; list: string[] };
  button: string;
  permission: string;
  cover: string;
  /** What comes after the request, step by step. */
  after: { title: string; list: string[] };
  thanks: Head & { read: string; next: string };
  read: Head & { body: Child };
}

export interface ContactTexts extends Head {
  name: string;
  message: string;
  phone: string;
  button: string;
  permission: string;
  after: { title: string; list: string[] };
}

export interface Texts {
  language: Language;
  site: SiteTexts;
  home: HomeTexts;
  product: ProductTexts;
  pricing: PricingTexts;
  demo: DemoTexts;
  guides: Head & { minutes: string; more: string; offer: Titled; list: Guide[] };
  whitepaper: WhitepaperTexts;
  contact: ContactTexts;
  cookies: Head & { body: Child };
}
