import { Document } from '../parts/document.tsx';
import type { Place } from '../place.ts';

export function Cookies({ place }: { place: Place }) {
  const { cookies } = place.words;
  return (
    <Document place={place} head={cookies}>
      <article class="narrow article">
        <h1>{cookies.title}</h1>
        <p class="intro">{cookies.description}</p>
        {cookies.body}
      </article>
    </Document>
  );
}
