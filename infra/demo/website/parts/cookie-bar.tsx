import { type Place, to } from '../place.ts';

/** Asks for consent. Hidden until the page's script knows that the visitor has not decided yet. */
export function CookieBar({ place }: { place: Place }) {
  const { title, text, accept, refuse, more, gpc } = place.words.site.cookieBar;
  return (
    <section class="cookie-bar" aria-labelledby="cookie-title" data-cookie-bar tabindex={-1} hidden>
      <div>
        <h2 id="cookie-title">{title}</h2>
        <p>
          {text} <a href={to(place, '/cookies')}>{more}</a>
        </p>
        <p data-gpc hidden>
          {gpc}
        </p>
      </div>
      <div class="choices">
        <button type="button" class="button" data-consent="denied">
          {refuse}
        </button>
        <button type="button" class="button" data-consent="granted">
          {accept}
        </button>
      </div>
    </section>
  );
}
