import { Document } from '../parts/document.tsx';
import { GuideCards } from '../parts/guide-cards.tsx';
import { Title } from '../parts/title.tsx';
import { WhitepaperOffer } from '../parts/whitepaper-offer.tsx';
import type { Place } from '../place.ts';

export function Guides({ place }: { place: Place }) {
  const { guides } = place.words;
  return (
    <Document place={place} head={guides}>
      <Title head={guides} />
      <div class="wide">
        <GuideCards place={place} guides={guides.list} level="h2" />
        <WhitepaperOffer place={place} />
      </div>
    </Document>
  );
}
