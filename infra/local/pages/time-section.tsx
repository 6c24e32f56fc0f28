import type { Texts } from './texts.ts';

/** The buttons that make something happen. Their forms are sent by the page's script. */
export function TimeSection({ texts }: { texts: Texts }) {
  return (
    <section aria-labelledby="time">
      <h2 id="time">{texts.time}</h2>
      <p class="hint">{texts.timeHint}</p>
      <div class="buttons">
        <Move label={texts.aDay} span="1d" texts={texts} />
        <Move label={texts.aWeek} span="7d" texts={texts} />
      </div>
      <p id="status" role="status" />
    </section>
  );
}

function Move({ label, span, texts }: { label: string; span: string; texts: Texts }) {
  return (
    <form
      data-url="/_local/clock"
      data-body={JSON.stringify({ advance: span })}
      data-doing={texts.moving}
      data-done={texts.moved}
      data-failed={texts.notMoved}
    >
      <button type="submit">{label}</button>
    </form>
  );
}
