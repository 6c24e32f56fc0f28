import { readArticle } from '../article.ts';
import type { WebsiteContent } from '../en/en.ts';
import { contact } from './contact.ts';
import { demo } from './demo.ts';
import { guides } from './guides.ts';
import { home } from './home.ts';
import { pricing } from './pricing.ts';
import { product } from './product.ts';
import { site } from './site.ts';
import { whitepaper } from './whitepaper.ts';

export const nl: WebsiteContent = {
  site,
  home,
  product,
  pricing,
  demo,
  guides,
  whitepaper,
  contact,
  cookies: readArticle('nl/cookies'),
};
