import { LanguageLinks } from '../../../../shared/web/layout/page.tsx';
import { ourCompany } from '../../our-company.ts';
import { type Place, pathIn, to } from '../place.ts';
import { Logo } from './pictures.tsx';

const links = [
  ['product', '/product'],
  ['pricing', '/pricing'],
  ['demo', '/demo'],
  ['guides', '/guides/'],
  ['contact', '/contact'],
] as const;

export function Header({ place }: { place: Place }) {
  const { site } = place.words;
  return (
    <header class="header">
      <div class="wide bar">
        <a class="logo" href={to(place, '/')}>
          <Logo />
          {ourCompany.name}
        </a>
        <nav aria-label={site.menu}>
          <ul>
            {links.map(([name, path]) => (
              <li>
                <a href={to(place, path)} aria-current={place.path === path ? 'page' : undefined}>
                  {site.nav[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <span class="language">
          <LanguageLinks language={place.language} inLanguage={(other) => pathIn(other, place.path)} />
        </span>
        <a class="button small" href={to(place, '/whitepaper')}>
          {site.getWhitepaper}
        </a>
      </div>
    </header>
  );
}
