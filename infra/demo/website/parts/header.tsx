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
  const { site, language } = place.words;
  const other = language === 'en' ? 'nl' : 'en';
  return (
    <header class="header">
      <div class="wide bar">
        <a class="logo" href={to(place, '/')}>
          <Logo />
          Leadwijzer
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
        <a class="language" href={pathIn(other, place.path)} hreflang={other} lang={other}>
          {site.otherLanguage}
        </a>
        <a class="button small" href={to(place, '/whitepaper')}>
          {site.getWhitepaper}
        </a>
      </div>
    </header>
  );
}
