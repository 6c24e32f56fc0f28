import type { Guide } from '../content/article.ts';
import { type Place, to } from '../place.ts';

type GuideCardsProps = { place: Place; guides: Guide[]; level: 'h2' | 'h3' };

export function GuideCards({ place, guides, level: Heading }: GuideCardsProps) {
  return (
    <ul class="cards">
      {guides.map((guide) => (
        <li class="panel guide-card">
          <p class="minutes">
            {guide.minutes} {place.words.guides.minutes}
          </p>
          <Heading>
            <a href={to(place, `/guides/${guide.slug}`)}>{guide.title}</a>
          </Heading>
          <p>{guide.description}</p>
        </li>
      ))}
    </ul>
  );
}
