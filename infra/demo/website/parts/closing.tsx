import { type Place, to } from '../place.ts';

/** The end of a page, with what to do next. */
export function Closing({ place, path, action }: { place: Place; path: string; action: string }) {
  const { title, text } = place.words.home.closing;
  return (
    <section class="closing">
      <div class="wide">
        <h2>{title}</h2>
        <p>{text}</p>
        <a class="button bright" href={to(place, path)}>
          {action}
        </a>
      </div>
    </section>
  );
}
