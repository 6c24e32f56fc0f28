import { type DeskLead, STEPS } from '../../../domain/console/waiting-lead.ts';
import { pages } from '../pages.ts';
import { LeadCard } from './lead-card.tsx';
import type { DeskPageProps } from './props.ts';
import { deskWords } from './words.ts';

/** The leads that wait for sales: the longest wait first, or those of the viewer by what is next. */
export function DeskPage(props: DeskPageProps) {
  const { language, list, leads, total, next, isNotMade, notice } = props;
  const words = deskWords[language];
  const { title, empty } = words.lists[list];
  const address = list === 'mine' ? pages.mine : pages.handovers;
  return (
    <>
      {notice && (
        <p
          class={notice.isRefusal ? 'notice refusal' : 'notice'}
          role={notice.isRefusal ? 'alert' : 'status'}
        >
          {notice.text}
        </p>
      )}
      <h1>{title}</h1>
      {list !== 'mine' && (
        <p class="buttons">
          <a href={pages.handovers} aria-current={list === 'open' ? 'page' : undefined}>
            {words.lists.open.title}
          </a>
          <a href={`${pages.handovers}?overdue=1`} aria-current={list === 'overdue' ? 'page' : undefined}>
            {words.lists.overdue.title}
          </a>
        </p>
      )}
      {leads.length === 0 ? (
        <p class="empty">{isNotMade ? words.notMade : empty}</p>
      ) : (
        <>
          <p class="quiet small">{words.count(leads.length, total)}</p>
          {list === 'mine' ? <ByStep {...props} /> : leads.map((lead) => <LeadCard {...props} lead={lead} />)}
        </>
      )}
      {(next !== undefined || (list !== 'mine' && total > 0)) && (
        <p class="buttons">
          {next !== undefined && (
            <a
              class="button second"
              href={`${address}?${list === 'overdue' ? 'overdue=1&' : ''}cursor=${next}`}
            >
              {words.more}
            </a>
          )}
          {list !== 'mine' && <Files {...props} />}
        </p>
      )}
    </>
  );
}

/** The viewer's own leads under what is next, with how many there are of each on all pages. */
function ByStep(props: DeskPageProps) {
  const { language, leads, steps } = props;
  const words = deskWords[language];
  const byStep: Partial<Record<string, DeskLead[]>> = Object.groupBy(leads, ({ next }) => next);
  return (
    <>
      {STEPS.map((step) => {
        const own = byStep[step] ?? [];
        const count = steps?.[step] ?? own.length;
        if (own.length === 0) return null;
        return (
          <section>
            <h2>{`${words.steps[step]} (${count})`}</h2>
            {own.map((lead) => (
              <LeadCard {...props} lead={lead} />
            ))}
          </section>
        );
      })}
    </>
  );
}

/** The way to the file, or to its parts when it would be too large. */
function Files({ language, list, parts = 1 }: DeskPageProps) {
  const words = deskWords[language];
  const overdue: Record<string, string> = list === 'overdue' ? { overdue: '1' } : {};
  const link = (part: number) => {
    const query = new URLSearchParams(
      parts === 1 ? overdue : { ...overdue, part: String(part), of: String(parts) },
    ).toString();
    return `${pages.handovers}.csv${query && `?${query}`}`;
  };
  return (
    <>
      {Array.from({ length: parts }, (_, n) => (
        <a class="button second" href={link(n + 1)}>
          {parts === 1 ? words.file : words.part(n + 1, parts)}
        </a>
      ))}
    </>
  );
}
