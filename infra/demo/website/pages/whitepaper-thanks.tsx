import { Document } from '../parts/document.tsx';
import { GuideCards } from '../parts/guide-cards.tsx';
import { Title } from '../parts/title.tsx';
import { type Place, to } from '../place.ts';

export function WhitepaperThanks({ place }: { place: Place }) {
  const { whitepaper, guides } = place.words;
  return (
    <Document place={place} head={whitepaper.thanks}>
      <Title head={whitepaper.thanks} />
      <div class="wide">
        <p>
          <a class="button" href={to(place, '/whitepaper/read')}>
            {whitepaper.thanks.read}
          </a>
        </p>
        <h2>{whitepaper.thanks.next}</h2>
        <GuideCards place={place} guides={guides.list.slice(2, 5)} level="h3" />
      </div>
    </Document>
  );
}
