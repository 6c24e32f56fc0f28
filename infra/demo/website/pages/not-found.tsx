import { Document } from '../parts/document.tsx';
import { type Place, to } from '../place.ts';

export function NotFound({ place }: { place: Place }) {
  const { title, text, back } = place.words.site.notFound;
  return (
    <Document place={place} head={{ title, description: text }}>
      <div class="wide title">
        <h1>{title}</h1>
        <p class="intro">{text}</p>
        <a class="button" href={to(place, '/')}>
          {back}
        </a>
      </div>
    </Document>
  );
}
