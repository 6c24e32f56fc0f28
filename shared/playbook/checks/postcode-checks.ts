import type { RoutingRule } from '../../domain/handover/routing/sales-rules.ts';
import type { Finding, Path } from '../mistake.ts';

interface Range {
  text: string;
  from: string;
  to: string;
  path: Path;
  /** The other conditions of the rule: ranges of rules that differ in these may overlap. */
  besides: string;
}

/** Ranges of postcodes that end before they start, or overlap. */
export function overlapFindings(routing: readonly RoutingRule[]): Finding[] {
  const ranges = routing.flatMap(rangesOf);
  return ranges.flatMap((range, index) => {
    const { text, from, to, path } = range;
    if (from.length !== to.length || to < from) {
      const problem = { nl: `"${text}" is geen reeks`, en: `"${text}" is not a range` };
      const remedy = {
        nl: 'schrijf de laagste postcode, een streepje en de hoogste, met evenveel cijfers',
        en: 'write the lowest postcode, a dash and the highest, with as many digits',
      };
      return [{ path, problem, remedy }];
    }
    const other = ranges.slice(0, index).find((earlier) => overlap(earlier, range));
    if (other === undefined) return [];
    const shared = `${from > other.from ? from : other.from}-${to < other.to ? to : other.to}`;
    const rule = Number(other.path[1]) + 1;
    const problem = {
      nl: `${shared} zit ook in ${other.text} van regel ${rule}, die eerst komt`,
      en: `${shared} is also in ${other.text} of rule ${rule}, which comes first`,
    };
    const remedy = {
      nl: 'haal deze postcodes uit een van de twee',
      en: 'take these postcodes out of one of the two',
    };
    return [{ path, problem, remedy }];
  });
}

function rangesOf({ when: { postcode = [], ...besides } }: RoutingRule, index: number): Range[] {
  return postcode.map((text, place) => {
    const [from = '', to = ''] = text.split('-');
    const path = ['routing', index, 'when', 'postcode', place];
    return { text, from, to, path, besides: JSON.stringify(besides) };
  });
}

function overlap(a: Range, b: Range): boolean {
  const isAlike = a.besides === b.besides && a.from.length === b.from.length;
  return isAlike && a.from <= b.to && b.from <= a.to;
}
