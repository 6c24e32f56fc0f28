import { type Place, to } from '../place.ts';

export function WhitepaperOffer({ place }: { place: Place }) {
  const { guides, site } = place.words;
  return (
    <aside class="offer" aria-labelledby="offer">
      <div>
        <h2 id="offer">{guides.offer.title}</h2>
        <p>{guides.offer.text}</p>
      </div>
      <a class="button" href={to(place, '/whitepaper')}>
        {site.getWhitepaper}
      </a>
    </aside>
  );
}
