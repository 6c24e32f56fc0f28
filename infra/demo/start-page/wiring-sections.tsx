import type { RunningTwin } from '../../local/running-twin.ts';
import type { Texts } from './texts.ts';

/** What runs on this machine, and what does not. */
export function WiringSections({ wiring, texts }: { wiring: RunningTwin['wiring']; texts: Texts }) {
  const lists = [
    [texts.tables, wiring.tables],
    [texts.queues, wiring.queues],
    [texts.buses, wiring.buses],
    [texts.rules, wiring.rules],
    [texts.schedules, wiring.schedules],
  ] as const;
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{texts.runs}</h2>
      <details open>
        <summary>
          {texts.functions} ({wiring.functions.length})
        </summary>
        <dl class="functions">
          {wiring.functions.map(({ name, does, triggers }) => (
            <div>
              <dt>
                <code>{name}</code> <Does text={texts.does[name]} original={does} />
              </dt>
              {triggers.size === 0 && <dd>{texts.notTriggered}</dd>}
              {[...triggers].map(([kind, by]) => (
                <dd>
                  {texts.triggers[kind]} <code>{by.join(', ')}</code>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </details>
      {lists.map(([title, names]) => (
        <details>
          <summary>
            {title} ({names.length})
          </summary>
          <ul class="names">
            {names.length === 0 && <li class="quiet">{texts.none}</li>}
            {names.map((name) => (
              <li>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <details>
        <summary>
          {texts.notRun} ({wiring.inert.reduce((sum, { count }) => sum + count, 0)})
        </summary>
        <dl class="functions" lang="en">
          {wiring.inert.map(({ type, count, reason }) => (
            <div>
              <dt>
                <code>{type}</code> × {count}
              </dt>
              <dd>{reason}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** What a function does, in the template's own English where this language has no words for it. */
function Does({ text, original }: { text: string | undefined; original: string }) {
  return text ? <span>{text}</span> : <span lang="en">{original}</span>;
}
