import { Document } from '../parts/document.tsx';
import { WhitepaperOffer } from '../parts/whitepaper-offer.tsx';
import { type Place, to } from '../place.ts';

export function GuidePage({ place, slug }: { place: Place; slug: string }) {
  const { guides } = place.words;
  const number = guides.list.findIndex((guide) => guide.slug === slug);
  const guide = guides.list[number];
  const next = guides.list[(number + 1) % guides.list.length];
  if (!guide || !next) throw new Error(`No guide ${slug} in ${place.language}`);
  return (
    <Document place={place} head={guide}>
      <article class="narrow article">
        <p class="minutes">
          <a href={to(place, '/guides/')}>{place.words.site.nav.guides}</a> · {guide.minutes} {guides.minutes}
        </p>
        <h1>{guide.title}</h1>
        <p class="intro">{guide.description}</p>
        {guide.body}
        <p class="next">
          {guides.more} <a href={to(place, `/guides/${next.slug}`)}>{next.title}</a>
        </p>
        <WhitepaperOffer place={place} />
      </article>
    </Document>
  );
}
