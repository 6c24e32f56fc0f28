import type { Head } from '../content/article.ts';

/** The heading of a page with its introduction. */
export const Title = ({ head }: { head: Head }) => (
  <div class="wide title">
    <h1>{head.title}</h1>
    <p class="intro">{head.description}</p>
  </div>
);
