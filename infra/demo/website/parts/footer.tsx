import { ourCompany } from '../../our-company.ts';
import { type Place, to } from '../place.ts';
import { Form, Permission } from './form.tsx';
import { Logo } from './pictures.tsx';

export function Footer({ place }: { place: Place }) {
  const { site } = place.words;
  const { nav, footer, newsletter } = site;
  const pages = [
    ['/product', nav.product],
    ['/pricing', nav.pricing],
    ['/demo', nav.demo],
    ['/guides/', nav.guides],
    ['/whitepaper', site.getWhitepaper],
    ['/contact', nav.contact],
  ] as const;
  return (
    <footer class="footer">
      <div class="wide columns">
        <div>
          <p class="logo">
            <Logo />
            {ourCompany.name}
          </p>
          <p>{footer.about}</p>
        </div>
        <nav aria-label={footer.pages}>
          <ul>
            {pages.map(([path, name]) => (
              <li>
                <a href={to(place, path)}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-labelledby="newsletter">
          <h2 id="newsletter">{newsletter.title}</h2>
          <p>{newsletter.text}</p>
          <Form place={place} name="newsletter" button={newsletter.button}>
            <Permission id="newsletter-permission" wording={newsletter.permission} required />
          </Form>
        </section>
      </div>
      <div class="wide small-print">
        <p>{footer.fictional}</p>
        <p>
          <a href={to(place, '/cookies')}>{footer.cookies}</a>
          <button type="button" class="as-link" data-cookie-settings hidden>
            {footer.cookieSettings}
          </button>
        </p>
      </div>
    </footer>
  );
}
